package relate

import (
	"cmp"
	"slices"

	"skein/importer"
	"skein/importer/english"
)

// somebody reports whether a phrase means somebody who can act or suffer, whether the graph has them or not: "relatives of
// the captives", "the two fire departments", "they". An event that one of them takes part in is told as much as one of those
// who have a name.
func (r *reading) somebody(q int) bool {
	ph := &r.s.Phrases[q]
	if e := r.entity(ph.Outer); e >= 0 {
		return isActor(r.typ(e))
	}
	if r.d.Tokens[ph.Head].Tag == importer.Pron {
		switch r.word(ph.Head) {
		case "he", "she", "it", "they", "him", "her", "them", "i", "we", "us", "me":
			return true
		}
		return false
	}
	head := r.lemma(ph.Head)
	tag := r.d.Tokens[ph.Head].Tag
	return ph.Outer < 0 && tag == importer.Propn || tag == importer.Num || // "43 were killed"
		english.PeopleNoun(head) || english.PostOf(head) != english.NoPost ||
		r.nominal(ph.Head) || r.senses.Of(head).Somebody()
}

// nominal reports whether a person or body is described where token t stands.
func (r *reading) nominal(t int) bool {
	at := r.d.Tokens[t]
	k, _ := slices.BinarySearchFunc(r.d.Nominals, at.End, func(n importer.Nominal, end int) int { return cmp.Compare(n.End, end) })
	if k == len(r.d.Nominals) || r.d.Nominals[k].Begin > at.Begin {
		return false
	}
	kind := r.d.Nominals[k].Kind
	return kind == importer.KindPerson || kind == importer.KindOrganization
}

// anybody reports whether one of the phrases means somebody.
func (r *reading) anybody(phrases []int) bool { return slices.ContainsFunc(phrases, r.somebody) }

// forces reports whether one of the phrases is about those who use force: "the troops".
func (r *reading) forces(phrases []int) bool {
	return slices.ContainsFunc(phrases, func(q int) bool {
		head := r.lemma(r.s.Phrases[q].Head)
		return english.ObjectIn("force", head) || english.ObjectIn("formation", head)
	})
}

// belongings reports whether one of the phrases is about what people and forces have: "the airport".
func (r *reading) belongings(phrases []int) bool {
	return slices.ContainsFunc(phrases, func(q int) bool { return english.BelongingNoun(r.lemma(r.s.Phrases[q].Head)) })
}
