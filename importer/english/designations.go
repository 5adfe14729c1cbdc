package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed designations.txt
var designationsFile string

// Equipment is what is known of how equipment is called. All maps are from the written form; case counts.
type Equipment struct {
	Prefixes  map[string]string // letters before a number → class: "CH" → aircraft
	Classes   map[string]string // common noun, singular, lower case → class: "howitzer" → weapon
	Names     map[string]string // name → class: "Chinook" → aircraft
	Ambiguous map[string]bool   // names that are names of other things too
	Ships     map[string]string // word before a ship's name → country, "" for any: "USS" → US
	Hulls     map[string]bool   // letters of hull numbers: "CVN"
}

// EquipmentNames are the designations and names of equipment.
var EquipmentNames = sync.OnceValue(func() *Equipment {
	e := &Equipment{map[string]string{}, map[string]string{}, map[string]string{}, map[string]bool{}, map[string]string{}, map[string]bool{}}
	for _, l := range lines(designationsFile) {
		first := strings.Fields(l.column(0))
		switch l.section {
		case "prefix":
			setAll(e.Prefixes, strings.Fields(l.column(1)), l.column(0))
		case "class":
			setAll(e.Classes, strings.Fields(l.column(1)), l.column(0))
		case "name":
			setAll(e.Names, fields(l.column(1)), l.column(0))
		case "ship":
			setAll(e.Ships, strings.Fields(l.column(1)), strings.Trim(l.column(0), "-"))
		case "ambiguous":
			for _, w := range first {
				e.Ambiguous[w] = true
			}
		case "hull":
			for _, w := range first {
				e.Hulls[w] = true
			}
		}
	}
	return e
})

// setAll maps all keys that are not yet there to the value: the first line that lists a word decides.
func setAll(m map[string]string, keys []string, value string) {
	for _, k := range keys {
		if _, ok := m[k]; !ok {
			m[k] = value
		}
	}
}
