/// What a browser says of itself, in a few words that its owner knows again.
enum Agent {
    static func short(_ header: String?) -> String {
        guard let header else { return "?" }
        let text = String(header.prefix(400))
        let program = first(
            [
                ("MicroMessenger", "微信"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"),
                ("Safari", "Safari"), ("curl", "curl"), ("python", "Python"),
            ], in: text)
        let machine = first(
            [
                ("iPhone", "iPhone"), ("iPad", "iPad"), ("HarmonyOS", "HarmonyOS"), ("Android", "Android"),
                ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"),
            ], in: text)
        return [program, machine].compactMap { $0 }.joined(separator: " · ")
    }

    private static func first(_ names: [(sign: String, name: String)], in text: String) -> String? {
        names.first { text.contains($0.sign) }?.name
    }
}
