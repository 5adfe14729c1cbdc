// Package coref measures how well the importer tells which words of articles are about one thing, against annotated
// chains of mentions: GUM ([ReadGUM]) and MEANTIME ([ReadMeantime], across articles too).
//
// # What is measured
//
// Of the annotated chains those about a person, an organisation or a place that hold a name of it, and of the importer's
// entities those of such types that hold a name or meet such a chain; of both those of two mentions and more. A mention of
// the importer's is an annotated one where they have the same words, or where it lies inside of that one and has a word of
// its head. What only says more of the head of an annotated mention (the Iranian of "Iranian officials") is left out,
// since it is not annotated.
//
// [Score] gives the usual measures: MUC (Vilain and others 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005), their mean,
// and LEA (Moosavi and Strube 2016); once over all mentions, once over those that both have, which shows the
// linking alone. Beside them stands how often a pronoun or a description is given to the right thing.
package coref

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// Kind is how a mention speaks of a thing.
type Kind int

// The kinds of mention.
const (
	Name Kind = iota
	Description
	Pronoun
)

// Mention is an annotated mention.
type Mention struct {
	graph.Span
	Heads []graph.Span // the words that it cannot do without
	Chain string       // what it is about; the same in all articles where Document.Across
	Kind  Kind
	Named bool // its chain holds a name of a person, organisation or place
}

// Document is an annotated article.
type Document struct {
	ID       string
	Text     string
	Across   bool // chains of the same name are one in all documents
	Mentions []Mention
}

// Read reads the annotated articles at a path: a file of GUM, which ends in ".conllu", a file of ours, which ends in ".marked", or
// the folder of MEANTIME.
func Read(path string) ([]Document, error) {
	switch filepath.Ext(path) {
	case ".conllu":
		d, err := ReadGUM(path)
		return []Document{d}, err
	case ".marked":
		return ReadMarked(path)
	}
	return ReadMeantime(path)
}

// settle notes which chains are measured, of the types wanted, and drops doubles: of two mentions with the same head in
// one chain the shorter one is kept.
func (d *Document) settle(wanted map[string]bool) {
	named := map[string]bool{}
	for _, m := range d.Mentions {
		if m.Kind == Name && wanted[m.Chain] {
			named[m.Chain] = true
		}
	}
	type at struct {
		chain string
		head  graph.Span
	}
	shortest := map[at]int{}
	for _, m := range d.Mentions {
		k := at{m.Chain, m.Heads[0]}
		if n, ok := shortest[k]; !ok || m.Len() < n {
			shortest[k] = m.Len()
		}
	}
	d.Mentions = slices.DeleteFunc(d.Mentions, func(m Mention) bool { return shortest[at{m.Chain, m.Heads[0]}] < m.Len() })
	for i := range d.Mentions {
		d.Mentions[i].Named = named[d.Mentions[i].Chain]
	}
	slices.SortStableFunc(d.Mentions, func(a, b Mention) int { return cmp.Or(a.Begin-b.Begin, a.End-b.End) })
}

// mention is a mention of the importer's.
type mention struct {
	graph.Span
	head   graph.Span
	entity int
	kind   Kind
	gold   int // index of the annotated mention that it is, or -1
}

// entities are the mentions of the importer's entities of measured types.
func entities(d *importer.Document) []mention {
	var out []mention
	for _, m := range d.Mentions {
		if m.Entity < 0 || !measured(d.Entities[m.Entity].Type) {
			continue
		}
		kind := Name
		switch {
		case m.Rule == "refer/pronoun":
			kind = Pronoun
		case m.Generic:
			kind = Description
		}
		out = append(out, mention{m.Span, m.Head, m.Entity, kind, -1})
	}
	return out
}

func measured(t graph.Type) bool {
	info, _ := schema.TypeOf(t)
	return !slices.Contains(info.Kinds, graph.Event) && !slices.Contains(info.Kinds, graph.Equipment)
}

// match finds for each mention of the importer's the annotated one that it is, the best pairs first, and drops those that
// only modify an annotated one.
func match(d *Document, all []mention) []mention {
	type pair struct{ fit, differ, f, g int }
	var pairs []pair
	for f := range all {
		for g := range d.Mentions {
			if d.Mentions[g].Begin >= all[f].End {
				break
			}
			if fit := fits(d.Text, &all[f], &d.Mentions[g]); fit > 0 {
				pairs = append(pairs, pair{fit, max(all[f].Len()-d.Mentions[g].Len(), d.Mentions[g].Len()-all[f].Len()), f, g})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(b.fit-a.fit, a.differ-b.differ, a.f-b.f, a.g-b.g)
	})
	taken := map[int]bool{}
	for _, p := range pairs {
		if all[p.f].gold < 0 && !taken[p.g] {
			all[p.f].gold, taken[p.g] = p.g, true
		}
	}
	return slices.DeleteFunc(all, func(f mention) bool {
		return f.gold < 0 && f.kind != Pronoun && slices.ContainsFunc(d.Mentions, func(m Mention) bool {
			return m.Contains(f.Span) && !slices.ContainsFunc(m.Heads, f.Overlaps)
		})
	})
}

// fits is 0 where f cannot be the annotated mention m, and more the surer it is.
func fits(text string, f *mention, m *Mention) int {
	touches := slices.ContainsFunc(m.Heads, f.head.Overlaps)
	switch {
	case !f.Overlaps(m.Span):
		return 0
	case bare(f.In(text)) == bare(m.In(text)):
		return 3
	case m.Contains(f.Span) && touches:
		return 2
	case f.Contains(m.Span) && touches:
		return 1
	}
	return 0
}

// bare is a mention without its article and its possessive.
func bare(s string) string {
	for _, a := range []string{"the ", "The ", "a ", "A ", "an ", "An "} {
		s = strings.TrimPrefix(s, a)
	}
	return strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
}

// Chains tell what the importer's mentions and the annotated pronouns are about: the chain of each mention, "" where it is no
// annotated one, and the chain of each pronoun by the offset where it begins.
func (d *Document) Chains(found *importer.Document) (mentions []string, pronouns map[int]string) {
	mentions = make([]string, len(found.Mentions))
	all := make([]mention, len(found.Mentions))
	for i, m := range found.Mentions {
		all[i] = mention{Span: m.Span, head: m.Head, entity: i, gold: -1}
	}
	for _, f := range match(d, all) {
		if f.gold >= 0 {
			mentions[f.entity] = d.Mentions[f.gold].Chain
		}
	}
	pronouns = map[int]string{}
	for _, m := range d.Mentions {
		if m.Kind == Pronoun {
			pronouns[m.Begin] = m.Chain
		}
	}
	return mentions, pronouns
}
