package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed inflection.txt
var inflectionFile string

// inflection is section → form → base form. The first line that lists a form decides.
var inflection = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, l := range lines(inflectionFile) {
		if out[l.section] == nil {
			out[l.section] = map[string]string{}
		}
		setAll(out[l.section], strings.Fields(l.column(1)), l.column(0))
	}
	return out
})

// IrregularVerb is the base form of a form of a verb that no rule gives: "say" of "said"; ok is false for other words.
func IrregularVerb(form string) (base string, ok bool) {
	base, ok = inflection()["verb"][form]
	return base, ok
}

// IrregularNoun is the singular of a plural that no rule gives: "man" of "men"; ok is false for other words.
func IrregularNoun(form string) (singular string, ok bool) {
	singular, ok = inflection()["noun"][form]
	return singular, ok
}
