package re3d

import "skein/importer"

// typeOf maps kinds of nominals to the types of re3d.
var typeOf = map[importer.Kind]string{
	importer.KindPerson: "Person", importer.KindOrganization: "Organisation", importer.KindPlace: "Location",
	importer.KindNationality: "Nationality", importer.KindTime: "Temporal", importer.KindQuantity: "Quantity", importer.KindMoney: "Money",
	importer.KindWeapon: "Weapon", importer.KindPlatform: "MilitaryPlatform", importer.KindVehicle: "Vehicle",
	importer.KindDocument: "DocumentReference", importer.KindContact: "CommsIdentifier",
}

// Kind is the kind of nominals that a type of re3d is, or "".
func Kind(typ string) importer.Kind {
	for k, t := range typeOf {
		if t == typ {
			return k
		}
	}
	return ""
}
