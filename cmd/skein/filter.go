package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"skein/graph"
	"skein/graph/edtf"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// filterFlags are the filters of FORMATS: the same names on every command that takes a part of the graph.
type filterFlags struct {
	around, since, until, saidBy        string
	kinds, relations, sources, modality []string
	hops, limit                         int
	confidence                          float64
	flags                               *pflag.FlagSet
}

func addFilters(c *cobra.Command) *filterFlags {
	f := &filterFlags{flags: pflag.NewFlagSet("filters", pflag.ContinueOnError)}
	fl := f.flags
	fl.StringVar(&f.around, "around", "", "only what is near the entity `NAME`")
	fl.IntVar(&f.hops, "hops", 1, "how many steps near is, with --around")
	fl.StringSliceVar(&f.kinds, "kind", nil, "only this `KIND` or type: actor, unit, place, event, equipment, person, ... (several: repeated, or with commas)")
	fl.StringSliceVar(&f.relations, "relation", nil, "only this `RELATION`: part_of, leads, ... (several as above)")
	fl.StringArrayVar(&f.sources, "source", nil, "only articles of this outlet, or with this id or in their title this `TEXT` (several: repeated)")
	fl.StringVar(&f.since, "since", "", "not before this `DATE` (EDTF: 2023, 2023-07, 2023-07-14)")
	fl.StringVar(&f.until, "until", "", "not after this `DATE`")
	fl.Float64Var(&f.confidence, "min-confidence", 0, "at least this confidence, 0 to 1")
	fl.StringSliceVar(&f.modality, "modality", nil, "only this `MODALITY`: asserted, planned, conditional, requested, denied (several as above)")
	fl.StringVar(&f.saidBy, "said-by", "", "only what the entity `NAME` says")
	fl.IntVar(&f.limit, "limit", 0, "at most this many entities, the most connected first")
	c.Flags().AddFlagSet(fl)
	return f
}

// given reports whether the command line holds any filter.
func (f *filterFlags) given() bool {
	any := false
	f.flags.VisitAll(func(fl *pflag.Flag) { any = any || fl.Changed })
	return any
}

// filter resolves the names on the command line against the graph.
func (f *filterFlags) filter(s *snapshot.Snapshot) (snapshot.Filter, error) {
	out := snapshot.Filter{Since: f.since, Until: f.until, MinConfidence: f.confidence, Limit: f.limit}
	switch {
	case !(f.confidence >= 0 && f.confidence <= 1): // written so that NaN is none either
		return out, usagef("--min-confidence is from 0 to 1, not %v", f.confidence)
	case f.hops < 1:
		return out, usagef("--hops is 1 or more, not %d", f.hops)
	case f.limit < 0:
		return out, usagef("--limit is 1 or more (or 0, which is none), not %d", f.limit)
	case f.around == "" && f.flags.Changed("hops"):
		return out, usagef("--hops says how far to go from an entity: name it with --around")
	}
	for _, d := range []string{f.since, f.until} {
		if d != "" && !isDate(d) {
			return out, usagef("%q is not a date: write 2023, 2023-07 or 2023-07-14", d)
		}
	}
	for _, k := range f.kinds {
		types := typesOf(k)
		if len(types) == 0 {
			return out, usagef("--kind: there is no kind or type %q", k)
		}
		out.Types = append(out.Types, types...)
	}
	for _, r := range f.relations {
		if _, ok := schema.PredicateOf(graph.Predicate(r)); !ok {
			return out, usagef("--relation: there is no relation %q", r)
		}
		out.Predicates = append(out.Predicates, graph.Predicate(r))
	}
	for _, m := range f.modality {
		if !slices.Contains(graph.Modalities(), graph.Modality(m)) {
			return out, usagef("--modality: there is no modality %q", m)
		}
		out.Modalities = append(out.Modalities, graph.Modality(m))
	}
	for _, src := range f.sources {
		ids := articlesOf(s, src)
		if len(ids) == 0 {
			return out, fmt.Errorf("--source %q: %w", src, graph.ErrNotFound)
		}
		out.Articles = append(out.Articles, ids...)
	}
	if f.around != "" {
		i, err := find(s, f.around)
		if err != nil {
			return out, err
		}
		out.Around, out.Hops = s.Entities()[i].ID, f.hops
	}
	if f.saidBy != "" {
		i, err := find(s, f.saidBy)
		if err != nil {
			return out, err
		}
		out.SaidBy = []graph.ID{s.Entities()[i].ID}
	}
	return out, nil
}

// typesOf are the types of a kind, or the one type of this name.
func typesOf(name string) []graph.Type {
	var out []graph.Type
	for _, t := range schema.Types() {
		if t.Type == graph.Type(name) || slices.Contains(t.Kinds, graph.Kind(name)) {
			out = append(out, t.Type)
		}
	}
	return out
}

// articlesOf are the articles people mean by a name: the one with this id, else those of this outlet, else those with
// this in their title.
func articlesOf(s *snapshot.Snapshot, name string) []graph.ID {
	if i, ok := s.Article(graph.ID(name)); ok {
		return []graph.ID{s.Articles()[i].ID}
	}
	var ofOutlet, titled []graph.ID
	folded := snapshot.Fold(name)
	for _, a := range s.Articles() {
		if snapshot.Fold(a.Outlet) == folded {
			ofOutlet = append(ofOutlet, a.ID)
		} else if strings.Contains(snapshot.Fold(a.Title), folded) {
			titled = append(titled, a.ID)
		}
	}
	if len(ofOutlet) > 0 {
		return ofOutlet
	}
	return titled
}

// find is the entity people mean by a name: the one with this id, else the best match.
func find(s *snapshot.Snapshot, name string) (int, error) {
	if i, ok := s.Entity(graph.ID(name)); ok {
		return i, nil
	}
	if hits := s.Search(name, 1); len(hits) > 0 {
		return hits[0].Entity, nil
	}
	return 0, fmt.Errorf("%q: %w", name, graph.ErrNotFound)
}

// isDate reports whether s is a date of a known year.
func isDate(s string) bool {
	span, ok := edtf.Parse(s)
	return ok && !span.Yearly
}
