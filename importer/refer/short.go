package refer

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// most is how many candidates a short form is compared with at most: it bounds the work on long texts.
const most = 64

// joinAcronyms joins "LN" to "Long Name" where one stands in brackets behind the other.
func (j *joiner) joinAcronyms() {
	prev := -1
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if m.Generic || j.of[i] < 0 {
			continue
		}
		if prev >= 0 {
			p := &j.d.Mentions[prev]
			if m.Begin > p.End && j.bracketed(p.End, m) {
				a, b := j.of[prev], j.of[i]
				switch {
				case abbreviates(j.ids[b].words, j.ids[a].words) || initials(m.Name, p.Name):
					j.adopt(b, a)
				case abbreviates(j.ids[a].words, j.ids[b].words) || initials(p.Name, m.Name):
					j.adopt(a, b)
				case j.otherLetters(m, b, a):
					j.join(b, a)
				}
			}
		}
		if prev < 0 || m.End > j.d.Mentions[prev].End {
			prev = i
		}
	}
}

// otherLetters reports whether mention m of identity short, in brackets behind identity long, is an acronym of what long is called in another
// language: "Movement for Oneness (MUJAO)".
func (j *joiner) otherLetters(m *importer.Mention, short, long int) bool {
	a, b := &j.ids[short], &j.ids[long]
	return a.key == "" && len(a.words) == 1 && len(m.Name) > 2 && len(m.Name) < 8 && strings.ToUpper(m.Name) == m.Name && !strings.ContainsAny(m.Name, "0123456789") &&
		a.typ == schema.Organization && group(b.typ) == "body" && b.typ != schema.Unit && len(b.words) > 2
}

// adopt joins short to long, and gives it long's type.
func (j *joiner) adopt(short, long int) {
	if j.ids[short].key != "" && j.ids[long].key != "" && j.ids[short].key != j.ids[long].key && j.ids[long].typ == schema.Country {
		return
	}
	j.join(short, long)
}

// bracketed reports whether only an opening bracket stands between offset from and mention m, and a closing one behind.
func (j *joiner) bracketed(from int, m *importer.Mention) bool {
	between := strings.Trim(j.d.Text[from:m.Begin], " \n\u00a0\"“'‘")
	if between != "(" {
		return false
	}
	rest := strings.TrimLeft(j.d.Text[m.End:min(len(j.d.Text), m.End+4)], "\"”'’ ,")
	return strings.HasPrefix(rest, ")") || strings.HasPrefix(rest, "or") || strings.HasPrefix(rest, ";")
}

// initials reports whether all letters of a short upper-case name are first letters in the long one, in order.
func initials(short, long string) bool {
	if strings.ContainsAny(short, " ") || len(short) < 2 || len(short) > 10 || strings.ToUpper(short[:1]) != short[:1] {
		return false
	}
	k := 0
	s := strings.ToLower(strings.NewReplacer("-", "", ".", "", "&", "").Replace(short))
	s = strings.TrimSuffix(s, "s")
	begin := true
	for _, r := range strings.ToLower(long) {
		if k < len(s) && begin && byte(r) == s[k] {
			k++
		}
		begin = r == ' ' || r == '.' || r == '-' || r == '–' || r == '/' || r == ','
	}
	return k == len(s) && k > 1
}

// abbreviates reports whether the words of short are those of long, in order and from the first to the last, some of
// them drawn together to their first letters: "2nd bct" of "2nd brigade combat team", "pb stone" of "patrol base
// stone", "rc east" of "regional command east".
func abbreviates(short, long []string) bool {
	if len(short) >= len(long) || len(short) == 0 {
		return false
	}
	return drawn(short, long)
}

func drawn(short, long []string) bool {
	for len(short) > 0 {
		if len(long) == 0 {
			return false
		}
		if short[0] == long[0] {
			short, long = short[1:], long[1:]
			continue
		}
		n := len(short[0])
		if n < 2 || n > 6 {
			return false
		}
		return anyDrawn(short, long)
	}
	return len(long) == 0
}

// passedOver are small words that acronyms leave out, of English and of the languages that names come from.
var passedOver = english.Context("passed over")

// anyDrawn tries how many words the first one of short stands for; small words may be passed over.
func anyDrawn(short, long []string) bool {
	k, s := 0, short[0]
	for n := 0; n < len(long) && n < 9; n++ {
		if k < len(s) && long[n] != "" && long[n][0] == s[k] {
			k++
		} else if !passedOver[long[n]] {
			return false
		}
		if k == len(s) {
			return drawn(short[1:], long[n+1:])
		}
	}
	return false
}

// joinShort joins names that are parts or abbreviations of longer names of the same sort.
func (j *joiner) joinShort() {
	begins, ends, letters := map[string][]int{}, map[string][]int{}, map[byte][]int{}
	for n := range j.ids {
		id := &j.ids[n]
		if len(id.words) < 2 || id.generic {
			continue
		}
		add := func(m map[string][]int, w string) {
			if len(m[w]) < most {
				m[w] = append(m[w], n)
			}
		}
		add(begins, id.words[0])
		add(ends, id.words[len(id.words)-1])
		if c := id.words[0][0]; len(letters[c]) < most {
			letters[c] = append(letters[c], n)
		}
	}
	for n := range j.ids {
		id := &j.ids[n]
		if id.generic || len(id.words) == 0 || j.find(n) != n {
			continue
		}
		var fit []int
		seen := func(list []int, test func(short, long *identity) bool) {
			for _, c := range list {
				if c != n && j.find(c) != n && test(id, &j.ids[c]) {
					fit = append(fit, c)
				}
			}
		}
		seen(begins[id.words[0]], isBegin)
		seen(ends[id.words[len(id.words)-1]], isEnd)
		seen(letters[id.words[0][0]], isDrawn)
		if j.inHeadlines(n) {
			if cut := all(begins[id.words[0]], func(c int) bool { return j.find(c) != j.find(n) && isCut(id, &j.ids[c]) }); len(cut) == 1 {
				fit = append(fit, cut[0])
			}
		}
		if services[id.low] {
			fit = preferred(fit, func(c int) bool { return j.ids[c].key == "unit/us "+id.low })
		}
		if best := j.nearest(fit, j.first(n)); best >= 0 {
			j.join(n, best)
		}
	}
}

// inHeadlines reports whether identity n is called so in headlines alone, where names are cut short.
func (j *joiner) inHeadlines(n int) bool {
	return !slices.ContainsFunc(j.ids[n].mentions, func(k int) bool {
		return j.d.Sentences[j.d.Mentions[k].Sentence].Role != importer.Headline
	})
}

// isCut reports whether a headline may call long by the words of short, the state and what the force is: "Afghan police" of
// "Afghan Border Police".
func isCut(short, long *identity) bool {
	if len(short.words) != 2 || len(long.words) < 3 || long.generic || group(long.typ) != "body" || group(short.typ) != "body" {
		return false
	}
	switch short.words[1] {
	case "police", "army", "guard", "guards":
		return short.words[0] == long.words[0] && short.words[1] == long.words[len(long.words)-1]
	}
	return false
}

// all are those of the list that pass the test.
func all(list []int, test func(int) bool) []int {
	var out []int
	for _, n := range list {
		if test(n) {
			out = append(out, n)
		}
	}
	return out
}

// preferred are those of the list that pass the test, or all where none does.
func preferred(list []int, test func(int) bool) []int {
	if out := all(list, test); out != nil {
		return out
	}
	return list
}

// isBegin reports whether short is what long begins with: "Paktika" of "Paktika Province", "C-17" of "C-17 Globemaster".
func isBegin(short, long *identity) bool {
	if len(short.words) >= len(long.words) || !sameSort(short, long) || !hasPrefix(long.words, short.words) {
		return false
	}
	switch long.typ {
	case schema.Facility:
		return !slices.Contains(english.NameParts()["facility lead"], short.words[0]) // Fort Carson is no short form
	case schema.Region, schema.City, schema.Feature:
		return short.key == "" || short.typ == long.typ
	case schema.Equipment:
		return true
	case schema.Unit:
		if last := long.words[len(long.words)-1]; len(long.words)-len(short.words) == 1 && len(short.words) > 1 && (last == "division" || last == "brigade") {
			return !strings.Contains(long.low, ",") // 10th Mountain
		}
		return strings.HasPrefix(long.low, short.low+",") || strings.HasPrefix(long.low, short.low+" (")
	case schema.Organization, schema.ArmedGroup, schema.Government:
		if long.key == "" && len(withoutForm(long.words)) == len(short.words) {
			return true
		}
		return short.key == "" && (len(short.words) > 1 || len(long.words) == 2) && !strings.Contains(long.low, short.low+" of ")
	}
	return false
}

// withoutForm are the words of a name without those that only say of what legal form a company is: "chrysler" of "chrysler llc".
func withoutForm(words []string) []string {
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "plc", "lp", "llp", "ag", "gmbh", "nv", "spa", "pty", "holdings":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return words
}

// isEnd reports whether short is what long ends with: "Chinook" of "CH-47 Chinook", "Foreign Ministry" of "Iraqi Foreign
// Ministry".
func isEnd(short, long *identity) bool {
	if len(short.words) >= len(long.words) || !sameSort(short, long) || !hasSuffix(long.words, short.words) {
		return false
	}
	switch long.typ {
	case schema.Equipment:
		return true
	case schema.Unit:
		if long.words[0] == "royal" {
			return false
		}
		if services[short.low] && len(long.words) == 2 {
			return true
		}
	}
	switch long.typ {
	case schema.Unit:
		if strings.Contains(long.low, ",") {
			return false
		}
		return short.key == "" && len(short.words) > 1 && len(long.words)-len(short.words) == 1 || shortOf(short, long)
	case schema.Organization, schema.Government, schema.NamedEvent, schema.Facility, schema.ArmedGroup:
		return short.key == "" && (len(short.words) > 1 || long.typ == schema.NamedEvent && len(short.low) > 7)
	}
	return false
}

// services are those of one word: "the Navy" is the one the article has named in full.
var services = map[string]bool{"army": true, "navy": true}

// isDrawn reports whether short abbreviates long.
func isDrawn(short, long *identity) bool {
	if len(short.words) >= len(long.words) || !acronymSort(short.typ, long.typ) {
		return false
	}
	if len(short.words) == 1 && len(short.words[0]) < 3 {
		return false
	}
	if short.key != "" && long.key != "" {
		return false
	}
	if abbreviates(short.words, long.words) || exerciseAcronym(short.low, long.words) {
		return true
	}
	if long.typ == schema.Unit && len(short.words) == 1 && len(long.words) > len(short.low) && len(short.low) > 2 && abbreviates(short.words, long.words[:len(short.low)]) {
		return true // PRT of Provincial Reconstruction Team Nangarhar
	}
	if n := len(long.words) - 1; n > 2 && kindNouns[long.words[n]] && abbreviates(short.words, long.words[:n]) {
		return true
	}
	if i := strings.IndexByte(long.low, ','); i > 0 && long.typ == schema.Unit {
		return abbreviates(short.words, wordsOf(long.low[:i]))
	}
	return false
}

// kindNouns say what a name is of, behind it, and have no part in its acronym.
var kindNouns = english.Context("kind nouns")

// exerciseAcronym reports whether short is an acronym of an exercise as the forces make them, with an X for the exercise itself:
// "MCAX" of "Marine Group Combined Arms Exercise".
func exerciseAcronym(short string, long []string) bool {
	letters, ok := strings.CutSuffix(short, "x")
	if !ok || len(letters) < 2 || long[len(long)-1] != "exercise" || strings.Contains(short, " ") {
		return false
	}
	letters = strings.TrimSuffix(letters, "e")
	k := 0
	for _, w := range long[:len(long)-1] {
		if k < len(letters) && w[0] == letters[k] {
			k++
		} else if k == 0 {
			return false
		}
	}
	return k == len(letters)
}

func sameSort(a, b *identity) bool {
	if a.typ == b.typ {
		return true
	}
	return group(a.typ) == group(b.typ) && a.key == "" && b.key == ""
}

// acronymSort reports whether a name of type a may be short for one of type b: what an acronym stands for is often
// not to be seen.
func acronymSort(a, b graph.Type) bool {
	return group(a) == group(b) || a == schema.Organization && b != schema.Person && b != schema.Country || a == schema.Equipment && b == schema.Unit
}

func hasPrefix(long, short []string) bool {
	for i, w := range short {
		if long[i] != w {
			return false
		}
	}
	return true
}

func hasSuffix(long, short []string) bool {
	return hasPrefix(long[len(long)-len(short):], short)
}
