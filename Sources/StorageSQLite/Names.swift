import Storage

// GRDB has types of the same names; in this room the plain names mean the house's.
typealias SQL = Storage.SQL
typealias Row = Storage.Row
