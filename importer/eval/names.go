package eval

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

type set map[string]bool

func setOf(words string) set {
	s := set{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

func (s set) meets(t set) bool {
	if len(t) < len(s) {
		s, t = t, s
	}
	for x := range s {
		if t[x] {
			return true
		}
	}
	return false
}

var (
	titles = setOf(`mr mrs ms dr prof sir lord lady president vice prime minister secretary foreign ambassador king queen
		prince sheikh general gen lt lieutenant col colonel maj major capt captain sgt sergeant staff master senior cpl
		corporal spc specialist pvt private adm admiral rear cmdr commander brig brigadier chief petty officer sen rep gov
		governor mayor spokesman spokesperson spokeswoman`)
	determiners  = setOf(`the a an this that these those its his her their`)
	acronymSkips = setOf(`of the and for in on to a -`)

	quoteMarks  = strings.NewReplacer("’", "'", "‘", "'")
	dots        = strings.NewReplacer(".", "", "'", "")
	bracketed   = regexp.MustCompile(`\([^)]*\)`)
	bracketedWS = regexp.MustCompile(`[\s]*\([^)]*\)`)
	acronymIn   = regexp.MustCompile(`\(([A-Z][A-Z0-9-]{1,7})\)`)
	properWord  = regexp.MustCompile(`[^\s"“”‘’()\[\]]+`)
	acronymWord = regexp.MustCompile(`[A-Za-z][\pL\pN_'-]*`)
	letters     = regexp.MustCompile(`[\pL\pN_]+`)
)

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// words is a name as a list of folded words, without determiners in front.
func words(s string) []string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(quoteMarks.Replace(s)) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	t := letters.FindAllString(dots.Replace(dropPossessives(cases.Fold().String(b.String()))), -1)
	for len(t) > 1 && determiners[t[0]] {
		t = t[1:]
	}
	return t
}

// dropPossessives removes "'s" before the end of a word and turns "s'" before white space into "s".
func dropPossessives(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if strings.HasPrefix(s[i:], "'s") {
			if r, _ := utf8.DecodeRuneInString(s[i+2:]); i+2 == len(s) || !isWord(r) {
				i += 2
				continue
			}
		}
		if strings.HasPrefix(s[i:], "s'") {
			if r, _ := utf8.DecodeRuneInString(s[i+2:]); i+2 == len(s) || unicode.IsSpace(r) {
				b.WriteByte('s')
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// variants adds all normalised forms of one surface form to out.
func variants(out set, s string) {
	forms := []string{s, bracketedWS.ReplaceAllString(s, "")}
	for _, m := range acronymIn.FindAllStringSubmatch(s, -1) {
		forms = append(forms, m[1])
	}
	for _, f := range forms {
		t := words(f)
		if len(t) == 0 {
			continue
		}
		out[strings.Join(t, " ")] = true
		for len(t) > 1 && titles[t[0]] {
			t = t[1:]
		}
		if !titles[t[0]] && (len(t) > 1 || utf8.RuneCountInString(t[0]) > 2) {
			out[strings.Join(t, " ")] = true
		}
	}
}

// proper reports whether the name has a word with a capital first letter or a digit, determiners aside.
func proper(s string) bool {
	w := properWord.FindAllString(s, -1)
	for len(w) > 0 && determiners[strings.ToLower(w[0])] {
		w = w[1:]
	}
	for _, x := range w {
		if r, _ := utf8.DecodeRuneInString(x); unicode.IsUpper(r) || strings.ContainsFunc(x, unicode.IsDigit) {
			return true
		}
	}
	return false
}

// acronym is the lower-case acronym of a name, or empty when it has fewer than three letters.
func acronym(s string) string {
	var b strings.Builder
	for _, w := range acronymWord.FindAllString(bracketed.ReplaceAllString(s, ""), -1) {
		if !acronymSkips[strings.ToLower(w)] {
			b.WriteByte(w[0])
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return strings.ToLower(b.String())
}

// nameSet is what an entity is called: its name, its proper and its generic aliases, the gold's extra spellings.
type nameSet struct{ name, proper, generic, also, acro, short set }

func namesOf(name string, aliases, also []string) nameSet {
	n := nameSet{set{}, set{}, set{}, set{}, set{}, set{}}
	variants(n.name, name)
	addAcronym := func(s string) {
		if a := acronym(s); a != "" {
			n.acro[a] = true
		}
	}
	addAcronym(name)
	for _, a := range aliases {
		if a == "" {
			continue
		}
		addAcronym(a)
		if proper(a) {
			variants(n.proper, a)
		} else {
			variants(n.generic, a)
		}
	}
	for _, a := range also {
		variants(n.also, a)
	}
	for _, s := range []set{n.name, n.proper} {
		for v := range s {
			if !strings.Contains(v, " ") {
				n.short[v] = true
			}
		}
	}
	return n
}

// fit is how well predicted names p fit gold names g: 5 the same name, down to 0 not at all.
func (p nameSet) fit(g nameSet) float64 {
	switch {
	case p.name.meets(g.name):
		return 5
	case p.name.meets(g.proper), p.name.meets(g.generic), p.proper.meets(g.name):
		return 4
	case p.proper.meets(g.proper):
		return 3
	case p.acro.meets(g.short), g.acro.meets(p.short), p.name.meets(g.also):
		return 2
	case p.proper.meets(g.also):
		return 1
	}
	return 0
}
