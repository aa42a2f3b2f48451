// Needs
