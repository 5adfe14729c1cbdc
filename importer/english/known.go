package english

import (
	_ "embed"
	"strings"
	"sync"
)

var (
	//go:embed known.txt
	knownFile string
	//go:embed peoples.txt
	peoplesFile string
	//go:embed features.txt
	featuresFile string
)

// Known is a name of the world that articles use without explaining it.
type Known struct {
	Type       string // of graph/schema
	Name       string // canonical
	Aliases    []string
	Attributes [][2]string // name and value
}

// KnownNames are organisations, armed groups, forces, peoples, seas and regions that need no context to be told.
var KnownNames = sync.OnceValue(func() []Known {
	var out []Known
	for _, data := range [...]string{knownFile, featuresFile} {
		for _, l := range lines(data) {
			out = append(out, known(l.section, l))
		}
	}
	for _, l := range lines(peoplesFile) {
		out = append(out, known("people", l))
	}
	return out
})

func known(kind string, l line) Known {
	k := Known{Type: kind, Name: l.column(0), Aliases: fields(l.column(1))}
	for _, a := range fields(l.column(2)) {
		name, value, _ := strings.Cut(a, "=")
		k.Attributes = append(k.Attributes, [2]string{name, value})
	}
	return k
}

// fields are the parts of a column that ";" separates.
func fields(s string) []string {
	var out []string
	for f := range strings.SplitSeq(s, ";") {
		if f = strings.TrimSpace(f); f != "" {
			out = append(out, f)
		}
	}
	return out
}
