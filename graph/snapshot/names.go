package snapshot

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"skein/graph"
)

// names is the index of all names: every name and alias, folded, from each of its words on, sorted. What starts with a
// text is one stretch of it. It also lists the different first words, for finding words by a text with typing slips.
type names struct {
	entries []entry
	words   []word
}

// entry is a name from one of its words on.
type entry struct {
	text   string // folded
	entity int32
	name   int16 // 0 is the entity's name, k its alias k-1
	form   form
}

// form is how an entry comes from its name; lower is better.
type form uint8

const (
	whole   form = iota // the name as it is
	joined              // hyphens and slashes left out: "ch47 chinook"
	acronym             // first letters: "cjtf"
	tail                // from a later word on
)

// word is a different first word of the entries.
type word struct {
	first  int32 // index of the first entry that starts with it
	length int16 // bytes
	shared int16 // leading bytes shared with the word before
}

// maxNames is how many names of one entity are indexed.
const maxNames = 1 << 14

func (s *Snapshot) readNames() *names {
	var list []entry
	for i := range s.entities {
		list = appendEntries(list, &s.entities[i], i)
	}
	return newNames(sortEntries(list))
}

func newNames(list []entry) *names {
	n := &names{entries: list}
	last := ""
	for i := range list {
		w, _, _ := strings.Cut(list[i].text, " ")
		if i > 0 && w == last {
			continue
		}
		n.words = append(n.words, word{int32(i), int16(min(len(w), 1<<14)), int16(min(sharedPrefix(last, w), 1<<14))})
		last = w
	}
	return n
}

func sharedPrefix(a, b string) int {
	n := min(len(a), len(b))
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// patched is the index after entities at the old indexes drop went, those at the new indexes placed came, and all
// others moved (nil: stayed).
func (n *names) patched(entities []Entity, moved, drop, placed []int32) *names {
	gone := make(map[int32]bool, len(drop))
	for _, i := range drop {
		gone[i] = true
	}
	var fresh []entry
	for _, i := range placed {
		fresh = appendEntries(fresh, &entities[i], int(i))
	}
	fresh = sortEntries(fresh)
	list := make([]entry, 0, len(n.entries)+len(fresh))
	for _, e := range n.entries {
		if gone[e.entity] {
			continue
		}
		if moved != nil {
			e.entity = moved[e.entity]
		}
		for len(fresh) > 0 && compareEntries(fresh[0], e) < 0 {
			list = append(list, fresh[0])
			fresh = fresh[1:]
		}
		list = append(list, e)
	}
	return newNames(append(list, fresh...))
}

func compareEntries(a, b entry) int {
	return cmp.Or(strings.Compare(a.text, b.text), cmp.Compare(a.entity, b.entity), cmp.Compare(a.form, b.form), cmp.Compare(a.name, b.name))
}

// sortEntries sorts entries. Of those with one text one is enough only if they come from one name: the words before it
// are sought too.
func sortEntries(list []entry) []entry {
	slices.SortFunc(list, compareEntries)
	return slices.CompactFunc(list, func(a, b entry) bool { return a.text == b.text && a.entity == b.entity && a.name == b.name })
}

func appendEntries(list []entry, e *Entity, at int) []entry {
	if e.Verdict == graph.Reject {
		return list
	}
	list = appendName(list, e.Name, at, 0)
	for k, alias := range e.Aliases[:min(len(e.Aliases), maxNames)] {
		list = appendName(list, alias, at, k+1)
	}
	return list
}

func appendName(list []entry, name string, at, which int) []entry {
	folded := Fold(name)
	put := func(text string, f form) {
		if text != "" {
			list = append(list, entry{text, int32(at), int16(which), f})
		}
	}
	put(folded, whole)
	for i := range len(folded) {
		if folded[i] == ' ' {
			put(folded[i+1:], tail)
		}
	}
	if strings.ContainsAny(name, "-/") && strings.ContainsAny(name, "0123456789") {
		put(Fold(strings.NewReplacer("-", "", "/", "").Replace(name)), joined)
	}
	put(initials(folded), acronym)
	return list
}

// initials are the first letters of a folded name of three to ten words that count.
func initials(folded string) string {
	var b []byte
	for w := range strings.SplitSeq(folded, " ") {
		switch w {
		case "of", "the", "and", "for", "in", "on", "at", "to":
			continue
		}
		for _, r := range w {
			b = append(b, string(r)...)
			break
		}
	}
	if len(b) < 3 || len(b) > 10 {
		return ""
	}
	return string(b)
}

// startingWith is the stretch of entries that start with text.
func (n *names) startingWith(text string) []entry {
	lo := sort.Search(len(n.entries), func(i int) bool { return n.entries[i].text >= text })
	rest := n.entries[lo:]
	return rest[:sort.Search(len(rest), func(i int) bool { return !strings.HasPrefix(rest[i].text, text) })]
}
