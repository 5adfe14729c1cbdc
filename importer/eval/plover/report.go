package plover

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Report prints a row a type, the commonest first, then the development half, the other, and both, then the modes. Figures are
// shares in percent: of the records' events those touched, typed and willed, of the touched ones those of the right type; for the
// actors precision, recall and F1, and how many are mentioned at all, which no recall can exceed.
func (r Result) Report(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %4s  %7s %7s %7s %7s   %-20s  %-20s  %s\n", "event", "gold", "touched", "typed", "willed", "type ok",
		"source P/R/F1", "target P/R/F1", "actors named")
	for _, t := range byRecords(r.Types) {
		r.Types[t].print(&b, string(t))
	}
	total := r.Odd
	total.add(&r.Even)
	r.Odd.print(&b, "odd")
	r.Even.print(&b, "even")
	total.print(&b, "all")
	fmt.Fprintf(&b, "events that no annotation speaks of: %d\n\n", total.Elsewhere)
	fmt.Fprintf(&b, "%-26s %4s  %7s %7s\n", "mode", "gold", "touched", "typed")
	for _, m := range byRecords(r.Modes) {
		c := r.Modes[m]
		fmt.Fprintf(&b, "%-26s %4d  %7.1f %7.1f\n", m, c.Records, share(c.Touched, c.Records), share(c.Typed, c.Records))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// byRecords are the keys, that of the most records first.
func byRecords[K cmp.Ordered](m map[K]*Counts) []K {
	return slices.SortedFunc(maps.Keys(m), func(a, b K) int { return cmp.Or(cmp.Compare(m[b].Records, m[a].Records), cmp.Compare(a, b)) })
}

// ReportErrors prints what was wrong with the records for development.
func (r Result) ReportErrors(w io.Writer) error {
	_, err := io.WriteString(w, strings.Join(r.Errors, "\n")+"\n")
	return err
}

func (c *Counts) print(b *strings.Builder, name string) {
	fmt.Fprintf(b, "%-10s %4d  %7.1f %7.1f %7.1f %7.1f   ", name, c.Records, share(c.Touched, c.Records), share(c.Typed, c.Records),
		share(c.Willed, c.Records), share(c.TypedOf, c.Touched))
	prf(b, c.SourceRight, c.SourceFound, c.Source)
	prf(b, c.TargetRight, c.TargetFound, c.Target)
	fmt.Fprintf(b, "%7.1f\n", share(c.SourceNamed+c.TargetNamed, c.Source+c.Target))
}

func prf(b *strings.Builder, right, found, gold int) {
	p, r := share(right, found), share(right, gold)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	fmt.Fprintf(b, "%6.1f %6.1f %6.1f  ", p, r, f)
}

func share(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
