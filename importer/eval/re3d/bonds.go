package re3d

import "skein/importer"

// relationNames maps bonds to the relations of re3d.
var relationNames = map[importer.Bond]string{
	importer.BondAt: "CoLocated", importer.BondApart: "Apart", importer.BondFights: "FightingAgainst", importer.BondAllied: "AlliesOf",
	importer.BondTalks: "CommWith", importer.BondSame: "IsSynonymOf", importer.BondLeads: "InChargeOf", importer.BondPart: "BelongsTo",
	importer.BondHas: "HasAttrOf", importer.BondLikes: "Likes", importer.BondBlames: "Dislikes",
}

// Bond is the bond that a relation of re3d is, or "".
func Bond(relation string) importer.Bond {
	for b, r := range relationNames {
		if r == relation {
			return b
		}
	}
	return ""
}
