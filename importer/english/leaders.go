package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed leaders.txt
var leadersFile string

var leaders = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, l := range lines(leadersFile) {
		for name := range strings.SplitSeq(l.column(1), ";") {
			out[strings.ToLower(strings.TrimSpace(name))] = l.column(0)
		}
	}
	return out
})

// LeaderOf is the country (ISO 3166-1 alpha-2) that articles mean when they call someone of this last name, in small letters,
// no more than "President" or "Prime Minister"; "" for other names.
func LeaderOf(lastName string) string { return leaders()[lastName] }
