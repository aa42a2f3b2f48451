import Values

/// The invented place of the demo: its tree from the city down, its desk and its centre.
///
/// No such city exists. The centre is a round number on the map, taken for the shape of a plan.
public enum Homeland {
    public static let city = Text("湖城市", "Hucheng City")
    public static let district = Text("湖滨区", "Hubin District")
    public static let street = Text("荷塘街道", "Hetang Street")
    public static let community = Text("水秀里社区", "Shuixiuli Community")
    public static let station = Text("荷塘街道社工站", "Hetang Street Social Work Station")
    public static let river = Text("荷溪", "Lotus Brook")
    public static let address = Text("荷溪路88号一楼", "Ground floor, 88 Hexi Road")
    public static let deskHours = Text("周一至周六8:30—17:30", "Monday to Saturday, 8:30 to 17:30")
    /// Of the invented exchange 5550.
    public static let deskPhone = "0510-5550-1234"
    /// The centre's floor, in square metres.
    public static let centreArea = 2_300

    /// Buildings, households, grids and areas of the community as published for its model.
    public static let buildings = 225, households = 4_177, grids = 27, areas = 9

    /// The middle of the plan, in degrees of WGS-84.
    public static let latitude = 31.5, longitude = 120.3

    /// Turns metres east and north of the centre into degrees of WGS-84.
    ///
    /// The lengths of a degree are those of the ellipsoid at 31.5°; within two kilometres it errs by less
    /// than a metre.
    public static func degrees(east: Int, north: Int) -> (latitude: Double, longitude: Double) {
        (latitude + Double(north) / 110_878.1, longitude + Double(east) / 95_002.6)
    }
}
