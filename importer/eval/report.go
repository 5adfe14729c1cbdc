package eval

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// Report prints a table with a row an article, all measures, and the counts behind them.
func (r Result) Report(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-29s|  entities    core typ dup mrg  fp jnk|  strict      pair       |  typed       trg role mod |dat spk\n", "article")
	fmt.Fprintf(&b, "%-29s|  P   R   F     R   F              |  P   R   F   P   R   F |  P   R   F   F   F  acc|exa acc\n", "")
	for _, row := range append(r.Rows[:len(r.Rows):len(r.Rows)], Row{ID: "MICRO", Found: true, Counts: r.Total}) {
		row.print(&b)
	}
	b.WriteByte('\n')
	for _, m := range r.Total.Measures() {
		if m.Three {
			fmt.Fprintf(&b, "%-38s P %5.1f  R %5.1f  F1 %5.1f\n", m.Name, 100*m.P, 100*m.R, 100*m.F)
		} else {
			fmt.Fprintf(&b, "%-38s %5.1f\n", m.Name, 100*m.Ratio)
		}
	}
	b.WriteString("\ncounts: ")
	for i, x := range reported {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s %d", x.name, r.Total[x.count])
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// brief are the measures of a line of [Compare], each with the head of its column.
var brief = []struct{ head, measure string }{
	{"entity", "entities"}, {"typed", "entities typed"}, {"claims", "claims strict"}, {"pairs", "claims pair"},
	{"events", "events trigger"}, {"typed", "events typed"}, {"roles", "event roles"}, {"mood", "modality accuracy"},
	{"date", "date exact of all"}, {"speaker", "speaker right of all"},
}

// Variant is a result under a name.
type Variant struct {
	Name string
	Result
}

// Compare prints the main figures of results, a line each.
func Compare(w io.Writer, vs []Variant) error {
	var b strings.Builder
	briefHead(&b)
	for _, v := range vs {
		v.brief(&b, nil)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Brings prints the main figures of the whole, and for each result without a part by how much they are less.
func Brings(w io.Writer, whole Variant, without []Variant) error {
	var b strings.Builder
	briefHead(&b)
	whole.brief(&b, nil)
	for _, v := range without {
		v.brief(&b, &whole)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func briefHead(b *strings.Builder) {
	fmt.Fprintf(b, "%-32s", "")
	for _, x := range brief {
		fmt.Fprintf(b, " %7s", x.head)
	}
	b.WriteByte('\n')
}

// brief prints the main figures, or what they lack to those of the whole.
func (v Variant) brief(b *strings.Builder, whole *Variant) {
	fmt.Fprintf(b, "%-32s", v.Name)
	for _, x := range brief {
		figure, format := byName(&v.Total)[x.measure].main(), " %7.1f"
		if whole != nil {
			figure, format = byName(&whole.Total)[x.measure].main()-figure, " %+7.1f"
			if math.Abs(figure) < 0.0005 {
				fmt.Fprintf(b, " %7s", ".")
				continue
			}
		}
		fmt.Fprintf(b, format, 100*figure)
	}
	b.WriteByte('\n')
}

// main is the figure that a measure is known by: F1 where it has one.
func (m Measure) main() float64 {
	if m.Three {
		return m.F
	}
	return m.Ratio
}

func byName(c *Counts) map[string]Measure {
	m := map[string]Measure{}
	for _, x := range c.Measures() {
		m[x.Name] = x
	}
	return m
}

func (row Row) print(b *strings.Builder) {
	m := byName(&row.Counts)
	three := func(name string) string {
		return fmt.Sprintf("%3.0f %3.0f %3.0f", 100*m[name].P, 100*m[name].R, 100*m[name].F)
	}
	name := []rune(row.ID)
	name = name[:min(len(name), 29)]
	c := &row.Counts
	fmt.Fprintf(b, "%-29s|%s  %3.0f %3.0f %3d %3d %3d %3d| %s %s| %s %3.0f %3.0f %3.0f|%3.0f %3.0f", string(name),
		three("entities"), 100*m["core recall"].Ratio, 100*m["entities typed"].F,
		c[entDup], c[entMerge], c[entFP], c[entJunk],
		three("claims strict"), three("claims pair"),
		three("events typed"), 100*m["events trigger"].F, 100*m["event roles"].F, 100*m["modality accuracy"].Ratio,
		100*m["date exact of all"].Ratio, 100*m["speaker right of all"].Ratio)
	if !row.Found {
		b.WriteString("  NOT IN OUTPUT")
	}
	b.WriteByte('\n')
}

// ReportErrors prints what was wrong, article by article.
func (r Result) ReportErrors(w io.Writer) error {
	var b strings.Builder
	for i, row := range r.Rows {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "== %s\n%s", row.ID, strings.Join(row.Errors, "\n"))
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}
