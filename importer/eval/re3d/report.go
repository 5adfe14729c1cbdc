package re3d

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// PRF is precision, recall and their harmonic mean, each 0 to 1.
func (c Counts) PRF() (p, r, f float64) {
	if c.Predicted > 0 {
		p = float64(c.Right) / float64(c.Predicted)
	}
	if c.Gold > 0 {
		r = float64(c.Right) / float64(c.Gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// Report prints a table for the entities and one for the relations, with a row a type, the commonest first.
func (r Result) Report(w io.Writer) error {
	var b strings.Builder
	table(&b, "entities", r.Entities)
	table(&b, "relations", r.Relations)
	_, err := io.WriteString(w, b.String())
	return err
}

func table(b *strings.Builder, title string, modes []Mode) {
	most := map[string]int{}
	for _, m := range modes {
		for k, c := range m.Counts {
			most[k] = max(most[k], c.Gold)
		}
	}
	if _, ok := most[all]; !ok {
		return
	}
	delete(most, all)
	kinds := slices.SortedFunc(maps.Keys(most), func(a, b string) int {
		return cmp.Or(cmp.Compare(most[b], most[a]), cmp.Compare(a, b))
	})
	fmt.Fprintf(b, "%-18s %5s %5s", title, "gold", "pred")
	for _, m := range modes {
		name := m.Name + " P/R/F1"
		left := (17 - len(name)) / 2
		fmt.Fprintf(b, "  %*s%-*s", left, "", 17-left, name)
	}
	b.WriteByte('\n')
	for _, k := range append(kinds, all) {
		var first *Counts
		var cells strings.Builder
		for _, m := range modes {
			c, ok := m.Counts[k]
			if !ok {
				fmt.Fprintf(&cells, "%19s", "")
				continue
			}
			if first == nil {
				first = &c
			}
			p, r, f := c.PRF()
			fmt.Fprintf(&cells, "  %5.1f %5.1f %5.1f", 100*p, 100*r, 100*f)
		}
		fmt.Fprintf(b, "%-18s %5d %5d%s\n", k, first.Gold, first.Predicted, cells.String())
	}
}
