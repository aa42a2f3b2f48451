import Foundation

/// Says a line to the one at the terminal.
func tell(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
