package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"skein/graph"
	"skein/graph/file"
	"skein/graph/schema"
	"skein/graph/snapshot"
	"skein/graph/store"
)

func searchCommand() *cobra.Command {
	limit := 20
	c := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find entities by name, alias, prefix, with a typing slip",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return readGraph(c, func(_ *store.Store, s *snapshot.Snapshot) error {
				query := strings.Join(args, " ")
				hits := s.Search(query, limit)
				if len(hits) == 0 {
					return fmt.Errorf("%q: %w", query, graph.ErrNotFound)
				}
				for _, h := range hits {
					e := &s.Entities()[h.Entity]
					also := ""
					if h.Name != e.Name {
						also = " (" + h.Name + ")"
					}
					fmt.Fprintf(c.OutOrStdout(), "%-12s %s%s, %s\n", typeLabel(e.Type), e.Name, also, count(len(s.ClaimsOf(h.Entity)), "claim", "claims"))
				}
				return nil
			})
		},
	}
	c.Flags().IntVar(&limit, "limit", limit, "at most this many")
	return c
}

func showCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: "Show one entity: its names, and its claims with their sentences",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return readGraph(c, func(_ *store.Store, s *snapshot.Snapshot) error {
				i, err := find(s, strings.Join(args, " "))
				if err != nil {
					return err
				}
				printEntity(c.OutOrStdout(), s, i)
				printNamesakes(c.OutOrStdout(), s, i)
				return nil
			})
		},
	}
}

func printEntity(out io.Writer, s *snapshot.Snapshot, i int) {
	e := &s.Entities()[i]
	fmt.Fprintf(out, "%s\n%s, %s in %s\n", e.Name, typeLabel(e.Type), count(len(s.ClaimsOf(i)), "claim", "claims"),
		count(len(e.Sightings), "article", "articles"))
	if len(e.Aliases) > 0 {
		fmt.Fprintf(out, "also: %s\n", strings.Join(e.Aliases, "; "))
	}
	for _, a := range e.Attributes {
		fmt.Fprintf(out, "%s: %s\n", a.Name, a.Value)
	}
	lastRelation := ""
	for _, line := range claimLines(s, i) {
		if line.relation != lastRelation {
			fmt.Fprintf(out, "\n%s\n", strings.ToUpper(line.relation))
			lastRelation = line.relation
		}
		fmt.Fprintf(out, "  %s%s\n", oneLine(line.other), claimNote(s, line.claim))
		printSentences(out, s, line.claim, "    ")
	}
	printSaid(out, s, i)
}

// printNamesakes prints what else has the name of entity i, with the ids to ask for it by.
func printNamesakes(out io.Writer, s *snapshot.Snapshot, i int) {
	heading := "\nOTHERS OF THIS NAME\n"
	name := snapshot.Fold(s.Entities()[i].Name)
	for n := range s.Entities() {
		e := &s.Entities()[n]
		if n == i || e.Verdict == graph.Reject || snapshot.Fold(e.Name) != name {
			continue
		}
		fmt.Fprintf(out, "%s  %s, %s (%s)\n", heading, typeLabel(e.Type), count(len(s.ClaimsOf(n)), "claim", "claims"), e.ID)
		heading = ""
	}
}

// printSaid prints what entity i says about others.
func printSaid(out io.Writer, s *snapshot.Snapshot, i int) {
	heading := "\nSAYS THAT\n"
	for n := range s.Claims() {
		c := &s.Claims()[n]
		if c.Speaker != i || c.From == i || c.To == i || c.Verdict == graph.Reject {
			continue
		}
		fmt.Fprint(out, heading)
		heading = ""
		fmt.Fprintf(out, "  %s%s\n", claimText(s, c), claimNote(s, c))
		printSentences(out, s, c, "    ")
	}
}

// claimText is a claim as subject, relation and object or value.
func claimText(s *snapshot.Snapshot, c *snapshot.Claim) string {
	other := c.Value
	if c.To >= 0 {
		other = s.Entities()[c.To].Name
	}
	p, _ := schema.PredicateOf(c.Predicate)
	return fmt.Sprintf("%s — %s — %s", s.Entities()[c.From].Name, p.Label, oneLine(other))
}

// claimLine is one claim as seen from one of its ends.
type claimLine struct {
	relation, other string
	order           int
	claim           *snapshot.Claim
}

// claimLines are the claims of entity i by relation, as the schema orders them, outgoing before incoming.
func claimLines(s *snapshot.Snapshot, i int) []claimLine {
	order := map[graph.Predicate]int{}
	for n, p := range schema.Predicates() {
		order[p.Predicate] = n
	}
	var lines []claimLine
	for _, n := range s.ClaimsOf(i) {
		c := &s.Claims()[n]
		if c.Verdict == graph.Reject {
			continue
		}
		p, _ := schema.PredicateOf(c.Predicate)
		line := claimLine{relation: p.Label, order: 2 * order[c.Predicate], claim: c}
		switch {
		case c.To < 0:
			line.other = c.Value
		case c.From == i:
			line.other = s.Entities()[c.To].Name
		default:
			line.relation, line.other = p.Inverse, s.Entities()[c.From].Name
			line.order++
		}
		lines = append(lines, line)
	}
	slices.SortStableFunc(lines, func(a, b claimLine) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.other, b.other), cmp.Compare(a.claim.ID, b.claim.ID))
	})
	return lines
}

// claimNote is what is to be known about a claim besides its ends.
func claimNote(s *snapshot.Snapshot, c *snapshot.Claim) string {
	var notes []string
	if c.Modality != graph.Asserted {
		notes = append(notes, string(c.Modality))
	}
	if c.Speaker >= 0 && c.Speaker != c.From {
		notes = append(notes, "says "+s.Entities()[c.Speaker].Name)
	}
	if c.Disputed {
		notes = append(notes, "disputed")
	}
	if c.Outlets > 1 {
		notes = append(notes, fmt.Sprintf("%d outlets agree", c.Outlets))
	}
	notes = append(notes, fmt.Sprintf("%.2f", c.Confidence))
	return " [" + strings.Join(notes, ", ") + "]"
}

// printSentences prints the sentences that say what c says, and the articles they stand in.
func printSentences(out io.Writer, s *snapshot.Snapshot, c *snapshot.Claim, indent string) {
	for _, e := range c.Evidence {
		i, ok := s.Article(e.Article)
		if !ok {
			continue
		}
		a := &s.Articles()[i]
		source := a.Title
		if a.Outlet != "" {
			source += ", " + a.Outlet
		}
		if a.Published != "" {
			source += ", " + a.Published
		}
		fmt.Fprintf(out, "%s> %s (%s)\n", indent, oneLine(e.Sentence.In(a.Text)), source)
	}
}

func pathCommand() *cobra.Command {
	limit := 5
	c := &cobra.Command{
		Use:   "path FROM TO",
		Short: "Show the shortest chains between two entities, each step with its sentence",
		Args:  cobra.ExactArgs(2),
	}
	c.Flags().IntVar(&limit, "limit", limit, "at most this many chains")
	c.RunE = func(c *cobra.Command, args []string) error {
		return readGraph(c, func(_ *store.Store, s *snapshot.Snapshot) error {
			from, err := find(s, args[0])
			if err != nil {
				return err
			}
			to, err := find(s, args[1])
			if err != nil {
				return err
			}
			paths := s.View(snapshot.Filter{}).Paths(from, to, limit)
			if len(paths) == 0 {
				return fmt.Errorf("no chain leads from %s to %s: %w", s.Entities()[from].Name, s.Entities()[to].Name, graph.ErrNotFound)
			}
			for n, p := range paths {
				if n > 0 {
					fmt.Fprintln(c.OutOrStdout())
				}
				printPath(c.OutOrStdout(), s, p)
			}
			return nil
		})
	}
	return c
}

func printPath(out io.Writer, s *snapshot.Snapshot, path []snapshot.Step) {
	for _, step := range path {
		claim := &s.Claims()[step.Claim]
		p, _ := schema.PredicateOf(claim.Predicate)
		label := p.Label
		if claim.From != step.From {
			label = p.Inverse
		}
		fmt.Fprintf(out, "%s — %s — %s%s\n", s.Entities()[step.From].Name, label, s.Entities()[step.To].Name, claimNote(s, claim))
		printSentences(out, s, claim, "    ")
	}
}

func statsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "stats",
		Short: "Count what the graph holds by kind, relation and article",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return readGraph(c, func(_ *store.Store, s *snapshot.Snapshot) error {
				printStats(c.OutOrStdout(), s)
				return nil
			})
		},
	}
}

func printStats(out io.Writer, s *snapshot.Snapshot) {
	kinds := map[graph.Kind]int{}
	relations := map[graph.Predicate]int{}
	for i := range s.Entities() {
		for _, k := range s.Entities()[i].Kinds {
			kinds[k]++
		}
	}
	for i := range s.Claims() {
		relations[s.Claims()[i].Predicate]++
	}
	fmt.Fprintf(out, "%-26s %8d\n", "Articles", len(s.Articles()))
	fmt.Fprintf(out, "%-26s %8d\n", "Entities", len(s.Entities()))
	for _, k := range schema.Kinds() {
		if kinds[k.Kind] > 0 {
			fmt.Fprintf(out, "  %-24s %8d\n", strings.ToLower(k.Plural), kinds[k.Kind])
		}
	}
	fmt.Fprintf(out, "%-26s %8d\n", "Claims", len(s.Claims()))
	for _, p := range schema.Predicates() {
		if relations[p.Predicate] > 0 {
			fmt.Fprintf(out, "  %-24s %8d\n", p.Label, relations[p.Predicate])
		}
	}
	if len(s.Articles()) > 0 {
		fmt.Fprintln(out, "Claims by article")
	}
	for i := range s.Articles() {
		a := &s.Articles()[i]
		fmt.Fprintf(out, "  %-10s %8d  %s\n", a.Published, len(s.ClaimsIn(i)), oneLine(a.Title))
	}
}

// writeText writes what was extracted for people to read: each article's entities and claims with their sentences.
func writeText(out io.Writer, articles []file.Extracted) error {
	for n, x := range articles {
		s := snapshot.Build(slices.Values(x.Facts))
		if n > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "== %s\n", x.Path)
		for i := range s.Entities() {
			e := &s.Entities()[i]
			fmt.Fprintf(out, "%-12s %s", typeLabel(e.Type), e.Name)
			if len(e.Aliases) > 0 {
				fmt.Fprintf(out, " (%s)", strings.Join(e.Aliases, "; "))
			}
			fmt.Fprintln(out)
		}
		for i := range s.Claims() {
			c := &s.Claims()[i]
			fmt.Fprintf(out, "%s%s\n", claimText(s, c), claimNote(s, c))
			printSentences(out, s, c, "    ")
		}
	}
	return nil
}

func typeLabel(t graph.Type) string {
	info, _ := schema.TypeOf(t)
	return info.Label
}

// oneLine is the text with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
