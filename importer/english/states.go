package english

import (
	_ "embed"
	"sync"
)

//go:embed states.txt
var statesFile string

// State is a state or province that newsrooms abbreviate.
type State struct {
	Country       string // ISO 3166-1 alpha-2
	Name          string
	Abbreviations []string // with their dots; two capitals are the post's
}

// States are the states and provinces that are abbreviated.
var States = sync.OnceValue(func() []State {
	var out []State
	for _, l := range lines(statesFile) {
		out = append(out, State{l.column(0), l.column(1), fields(l.column(2))})
	}
	return out
})
