package calm

import (
	"strings"

	"skein/importer"
)

// spelled finds acronyms with what they stand for in brackets behind or before: "FMLN [FARABUNDO MARTI NATIONAL
// LIBERATION FRONT]", "ADMINISTRATIVE DEPARTMENT OF SECURITY (DAS)".
func (r *reading) spelled(first, end int) {
	for i := first; i+2 < end; i++ {
		if !opening(r.w[i+1].text) {
			continue
		}
		to := i + 2
		for to < end && !closing(r.w[to].text) && to-i < 12 {
			to++
		}
		if to == end || !closing(r.w[to].text) || to == i+2 {
			continue
		}
		if r.abbreviates(i, i+2, to, 1) {
			r.spell(i, i+2, to)
			continue
		}
		if to != i+3 {
			continue
		}
		if from := r.longForm(first, i); from >= 0 {
			r.spell(i+2, from, i+1)
		} else if r.w[i].tag == importer.Propn && r.w[i+2].tag != importer.Verb && len(r.w[i+2].text) < 7 && r.w[i+1].text == "[" {
			r.explained(i + 2)
		}
	}
}

// longForm is the first word of the name that ends with word i and is abbreviated in the brackets behind it, or -1: the
// name with all its letters before one with all but one.
func (r *reading) longForm(first, i int) int {
	for missing := range 2 {
		for from := i - 1; from >= max(first, i-8); from-- {
			if r.abbreviates(i+2, from, i+1, missing) {
				return from
			}
		}
	}
	return -1
}

func (r *reading) spell(short, i, j int) {
	r.explained(short)
	r.capitalise(i, j)
}

// explained notes that a word is an acronym, here and wherever else it stands.
func (r *reading) explained(i int) {
	w := &r.w[i]
	w.form, w.sure, w.tag = kept, true, importer.Propn
	r.spelt[w.low] = true
}

// abbreviates reports whether word short is made of the first letters of words [i, j), but for some. They may stand in
// another order: many are made of names in another language.
func (r *reading) abbreviates(short, i, j, missing int) bool {
	s := strings.ReplaceAll(r.w[short].low, " ", "")
	if len(s) < 2 || len(s) > 8 || j-i < 2 {
		return false
	}
	rest, words := s, 0
	for k := i; k < j; k++ {
		low := r.w[k].low
		if low == "" || r.inner(&r.w[k]) {
			continue
		}
		words++
		if n := strings.IndexByte(rest, low[0]); n >= 0 {
			rest = rest[:n] + rest[n+1:]
		}
	}
	found := len(s) - len(rest)
	return found >= 2 && len(rest) <= missing && found*3 >= words*2
}

func opening(s string) bool { return s == "[" || s == "(" }
func closing(s string) bool { return s == "]" || s == ")" }

// acronym reports whether letters are no word that could be spoken: no vowels, or few letters that begin or end hard.
func acronym(s string) bool {
	if len(s) < 2 || len(s) > 6 {
		return false
	}
	run, vowels := 0, 0
	for i := range len(s) {
		if strings.IndexByte("AEIOUY", s[i]) >= 0 {
			run, vowels = 0, vowels+1
			continue
		}
		if run++; run > 3 || run > 1 && i == 1 && strings.IndexByte("RLHW", s[i]) < 0 {
			return true
		}
	}
	return vowels == 0 || len(s) <= 3
}
