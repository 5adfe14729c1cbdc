package find

import (
	"strings"

	"skein/importer/gazetteer"
)

// phrases maps folded expressions of one word or more to what they are. The longest one at a place counts.
type phrases[V any] struct {
	longest map[string]int // first piece of a phrase → bytes of the longest phrase that begins with it
	values  map[string]V
}

func newPhrases[V any]() *phrases[V] {
	return &phrases[V]{map[string]int{}, map[string]V{}}
}

// add puts a phrase in, as it is written; what was put in before stays.
func (p *phrases[V]) add(phrase string, v V) {
	key := gazetteer.Fold(phrase)
	if _, ok := p.values[key]; ok || key == "" {
		return
	}
	p.values[key] = v
	first := firstPiece(key)
	p.longest[first] = max(p.longest[first], len(key))
	if owner, ok := strings.CutSuffix(first, "s"); ok && strings.ContainsAny(phrase, "'’") { // two tokens: "People's"
		p.longest[owner] = max(p.longest[owner], len(key))
	}
}

// firstPiece is what stands before the first blank: tokens may be cut there.
func firstPiece(low string) string {
	first, _, _ := strings.Cut(low, " ")
	return first
}

// match finds the longest phrase in words [i, limit) that begins at i and returns its end, or i.
func (p *phrases[V]) match(w []word, i, limit int) (end int, v V) {
	end = i
	if i >= limit {
		return end, v
	}
	room, ok := p.longest[firstPiece(w[i].low)]
	if !ok {
		return end, v
	}
	var store [64]byte
	key := store[:0]
	for j := i; j < limit; j++ {
		key = appendLow(key, &w[j])
		if len(key) > room {
			break
		}
		if found, ok := p.values[string(key)]; ok && w[j].low != "" {
			end, v = j+1, found
		}
	}
	return end, v
}

// appendLow appends a word to a folded expression, as folding the whole would have it.
func appendLow(key []byte, w *word) []byte {
	if w.low == "" {
		return key
	}
	if len(key) > 0 && w.text != "," && (w.is(spaced) || w.text[0] != '\'' && !strings.HasPrefix(w.text, "’")) {
		key = append(key, ' ')
	}
	return append(key, w.low...)
}
