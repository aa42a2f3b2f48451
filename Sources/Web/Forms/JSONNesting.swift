/// How deep a JSON text nests, counted on its bytes before anything recursive looks at it.
enum JSONNesting {
    /// The most brackets and braces that stand open at once outside of texts.
    static func depth(of json: [UInt8]) -> Int {
        var depth = 0, most = 0
        var isText = false, isEscaped = false
        for byte in json {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else {
                    isText = byte != UInt8(ascii: "\"")
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                most = max(most, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return most
    }
}
