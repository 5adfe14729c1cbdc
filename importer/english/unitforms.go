package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed unitforms.txt
var unitFormsFile string

// UnitForms are the letters that shorten the names of units; all are upper case.
type UnitForms struct {
	Prefixes map[string]string // before a number → echelon: "VMFA" → squadron
	Arms     map[string]string // behind "5-4" → arm: "ADA" → Air Defense Artillery
	Letters  map[string]string // behind an ordinal → echelon: "BCT" → brigade
}

// ShortUnits are the short forms of units' names.
var ShortUnits = sync.OnceValue(func() *UnitForms {
	u := &UnitForms{map[string]string{}, map[string]string{}, map[string]string{}}
	for _, l := range lines(unitFormsFile) {
		into := map[string]map[string]string{"prefix": u.Prefixes, "arm": u.Arms, "letters": u.Letters}[l.section]
		setAll(into, strings.Fields(l.column(1)), l.column(0))
	}
	return u
})
