package english

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed unitforms.txt
var unitFormsFile string

// UnitForms are the words and letters that units' names are made of. Letters are upper case, words lower case.
type UnitForms struct {
	Prefixes map[string]string // before a number → echelon: "VMFA" → squadron
	Arms     map[string]string // behind "5-4" → arm: "ADA" → Air Defense Artillery
	Letters  map[string]string // behind an ordinal → echelon: "BCT" → brigade

	Echelons  []string          // from the smallest to the largest
	Heads     map[string]string // word a unit's name ends with, lower case → echelon: "battalion" → battalion
	Strong    map[string]bool   // heads that make a unit of any name before them
	Modifiers map[string]bool   // words inside of units' names, lower case
	Martial   map[string]bool   // modifiers that no business uses
	Forming   map[string]string // words units are named behind → echelon: "task force"
	Bare      map[string]bool   // words a numbered name may end with though no head
	Services  map[string]string // services and forces of a state → echelon: "air force" → service
	Endings   map[string]string // last letters of such letters where they are not listed → echelon: "S" → squadron
	Spelled   map[string]string // abbreviations without their dots → written out: "Bn" → "Battalion"
	Military  map[string]bool   // words for a state's forces as a whole: "troops"
}

// Size orders echelons: the larger the number, the larger the unit. A police is as large as an armed service. It is -1 for what
// is no echelon.
func (u *UnitForms) Size(echelon string) int {
	if echelon == "police" {
		echelon = "service"
	}
	return slices.Index(u.Echelons, echelon)
}

// Units is how units are called.
var Units = sync.OnceValue(func() *UnitForms {
	u := &UnitForms{
		Prefixes: map[string]string{}, Arms: map[string]string{}, Letters: map[string]string{}, Heads: map[string]string{},
		Strong: map[string]bool{}, Modifiers: map[string]bool{}, Bare: map[string]bool{}, Services: map[string]string{}, Forming: map[string]string{}, Martial: map[string]bool{}, Military: map[string]bool{}, Spelled: map[string]string{}, Endings: map[string]string{},
	}
	for _, l := range lines(unitFormsFile) {
		name, words := l.column(0), strings.Fields(l.column(1))
		for i, w := range words {
			words[i] = strings.ReplaceAll(w, "_", " ")
		}
		switch l.section {
		case "prefix":
			setAll(u.Prefixes, words, name)
		case "arm":
			setAll(u.Arms, words, name)
		case "letters":
			setAll(u.Letters, words, name)
		case "echelon":
			u.Echelons = append(u.Echelons, name)
			setAll(u.Heads, words, name)
		case "service":
			setAll(u.Services, words, name)
		case "forming":
			setAll(u.Forming, words, name)
		case "endings":
			setAll(u.Endings, words, name)
		case "spelled":
			setAll(u.Spelled, words, name)
		case "martial":
			mark(u.Martial, name)
		case "strong":
			mark(u.Strong, name)
		case "modifier":
			mark(u.Modifiers, name)
		case "bare":
			mark(u.Bare, name)
		case "military":
			mark(u.Military, name)
		}
	}
	return u
})

// mark puts the words of a column into a set.
func mark(set map[string]bool, column string) {
	for w := range strings.FieldsSeq(column) {
		set[strings.ReplaceAll(w, "_", " ")] = true
	}
}
