// The house is opened here.
