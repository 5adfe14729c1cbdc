package refer

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// What a pronoun takes up is chosen by a log-linear ranking of candidates (Denis and Baldridge 2008): each thing mentioned
// before that the pronoun may stand for, and "nothing". A candidate has a value for each of the templates below; a weight belongs to each value, by
// class of pronoun, and the sum of weights is the candidate's score. The pronoun is resolved where the probability (softmax) of the best one is at
// least that of sureness.

// template is one thing that is looked at.
type template int

// The templates, of candidates and of nothing.
const (
	distance      template = iota // sentences back
	recency                       // how many other candidates stand nearer
	opening                       // whether its place is the first of its sentence, in this one or one before
	roleAndForm                   // its role beside the pronoun's form
	roleNear                      // its role, by whether it stands in this sentence
	kindOfName                    // how it is called there
	frequency                     // how often it stands in the text so far
	genderMatch                   // how far its gender agrees
	quoted                        // who says the pronoun, and whether the candidate stands in the same quotation
	typeOfThing                   //
	plural                        // whether it is several
	binding                       // the pronoun is the object of its verb, or stands right behind it
	saying                        // it is who says, and the pronoun stands right behind the verb of saying
	wordsBetween                  // in the same sentence
	salient                       // it is the one mentioned most so far
	sustained                     // how often it was called by name so far, and how often by pronouns since
	continued                     // a pronoun of the class stood for it before
	clause                        // it is the subject of the clause that "that" opens
	subjectThere                  // a subject in the sentence of its last place, and how many subjects stand nearer
	nothing                       // the pronoun takes up nothing: which form
	candidates                    // nothing: how many candidates there are
	expletive                     // nothing: what follows "it"
	unseen                        // nothing: nouns near before it that are no mentions
	unseenSubject                 // nothing: those of them that are subjects, and whether a candidate stands in the same sentence
	nothingQuoted                 // nothing: whether it stands in a quotation
	agreeing                      // nothing: how many candidates are of the pronoun's gender for sure
	nothingNear                   // nothing: whether a candidate stands in the same sentence
	templates
)

// names of the templates in the model's file.
var templateNames = [templates]string{
	"distance", "recency", "opening", "role-form", "role-near", "name", "frequency", "gender", "quoted", "type", "plural", "binding", "saying", "between", "salient", "sustained", "continued", "clause",
	"subject", "nothing", "candidates", "expletive", "unseen", "unseen-subject", "nothing-quoted", "agreeing", "nothing-near",
}

// values is how many values a template has at most.
const values = 32

// feature is a template with its value.
type feature uint16

func (t template) is(value int) feature {
	return feature(int(t)*values + min(max(value, 0), values-1))
}

// weights are the weights of features by class of pronoun.
type weights [classes][int(templates) * values]float32

// candidate is something that a pronoun may stand for.
type candidate struct {
	place    int // index of its last place
	identity int // root
	features []feature
}

// score is the sum of the weights of features.
func (w *weights) score(c class, features []feature) float64 {
	sum := float32(0)
	for _, f := range features {
		sum += w[c][f]
	}
	return float64(sum)
}

// asked is a pronoun with all it may stand for.
type asked struct {
	pronoun
	form       form
	token      int
	sentence   int
	quote      int // it stands in, or -1
	candidates []candidate
	none       []feature // features of nothing
}

// ask gathers what the pronoun at token ti may stand for.
func (r *ranking) ask(si, ti int, p pronoun) asked {
	j := r.j
	s := &j.d.Sentences[si]
	a := asked{pronoun: p, form: j.formOf(s, ti, p), token: ti, sentence: si, quote: r.quoteAt(j.d.Tokens[ti].Begin)}
	r.seen = r.seen[:0]
	subjects, most := 0, 0
	for k := len(r.places) - 1; k >= 0 && len(a.candidates) < mostCandidates; k-- {
		x := &r.places[k]
		if x.End > j.d.Tokens[ti].Begin || x.sentence < si-far[p.class] {
			continue
		}
		root := j.find(x.identity)
		if r.has(root) {
			continue
		}
		if a.form == objective && x.sentence == si && j.verbBetween(x.End, ti) {
			r.seen = append(r.seen, root) // "Rowe replaced him"
			continue
		}
		if !j.mayTake(p, root, &r.known[root]) {
			if x.role == subject {
				subjects++
			}
			continue
		}
		r.seen = append(r.seen, root)
		a.candidates = append(a.candidates, candidate{place: k, identity: root, features: r.features(&a, x, root, len(a.candidates), subjects)})
		if x.role == subject {
			subjects++
		}
		most = max(most, r.known[root].places)
	}
	for i := range a.candidates {
		c := &a.candidates[i]
		if r.known[c.identity].places == most {
			c.features = append(c.features, salient.is(1))
		}
	}
	a.none = r.nothing(&a, s)
	return a
}

// has reports whether a root has been seen.
func (r *ranking) has(root int) bool {
	for _, n := range r.seen {
		if n == root {
			return true
		}
	}
	return false
}

// features are the values of a candidate: its last place, how many candidates stand nearer, and how many subjects.
func (r *ranking) features(a *asked, x *place, root, nearer, subjects int) []feature {
	j, k := r.j, &r.known[root]
	back := a.sentence - x.sentence
	f := make([]feature, 0, 20)
	f = append(f, distance.is(back), recency.is(min(nearer, 5)), roleAndForm.is(int(x.role)*int(forms)+int(a.form)), roleNear.is(int(x.role)*2+b2i(back == 0)),
		kindOfName.is(int(x.kind)*3+min(back, 2)), frequency.is(bucket(k.places)), typeOfThing.is(sortOfType(&j.ids[root])), plural.is(b2i(manyOf(&j.ids[root]))*2+b2i(j.ids[root].generic)))
	f = append(f, opening.is(b2i(x.order == 0)*2+b2i(back == 0)))
	switch {
	case a.class != persons:
	case k.gender == "":
		f = append(f, genderMatch.is(0))
	case k.gender != a.gender:
		f = append(f, genderMatch.is(1))
	default:
		f = append(f, genderMatch.is(2+b2i(k.told)))
	}
	f = append(f, quoted.is(r.quoteOf(a, x, root)))
	if back == 0 {
		f = append(f, wordsBetween.is(bucket(a.token-x.last)), subjectThere.is(b2i(x.role == subject)*4+min(subjects, 3)))
		if a.form == belonging && a.token-x.last <= 1 {
			f = append(f, binding.is(1))
		}
		if a.form == reflexive && a.token == x.last {
			f = append(f, binding.is(2))
		}
		if j.opens(x.Begin, a.token) {
			f = append(f, clause.is(0))
		}
	}
	behind := a.token > 0 && r.afterSaying(a)
	f = append(f, saying.is(b2i(x.says)*4+b2i(behind)*2+b2i(back == 0)))
	f = append(f, sustained.is(min(bucket(k.places-k.pronouns), 5)*5+min(bucket(k.since), 4)))
	if k.heard >= 0 {
		f = append(f, continued.is(min(a.sentence-k.heard, 4)))
	}
	return f
}

// quoteOf is how the candidate x stands to the quotations around the pronoun.
func (r *ranking) quoteOf(a *asked, x *place, root int) int {
	switch {
	case a.quote < 0 && x.quote < 0:
		return 0
	case a.quote < 0:
		return 1
	case r.speaker(a.quote) == root:
		return 2
	case x.quote == a.quote:
		return 3
	case x.quote >= 0:
		return 4
	case x.says:
		return 5
	}
	return 6
}

// afterSaying reports whether the pronoun stands right behind a verb of saying, "that" aside.
func (r *ranking) afterSaying(a *asked) bool {
	ti := a.token - 1
	if ti > 0 && strings.EqualFold(r.j.d.Word(ti), "that") {
		ti--
	}
	t := &r.j.d.Tokens[ti]
	return t.Tag == importer.Verb && english.Saying(t.Lemma) != english.NoSpeech
}

// nothing are the values of taking up nothing.
func (r *ranking) nothing(a *asked, s *importer.Sentence) []feature {
	j := r.j
	near := len(a.candidates) > 0 && r.places[a.candidates[0].place].sentence == a.sentence
	f := []feature{
		nothing.is(int(a.form)), candidates.is(min(len(a.candidates), 6)), nothingQuoted.is(b2i(a.quote >= 0)), nothingNear.is(b2i(near)*2 + b2i(a.token == s.First)),
	}
	if a.class == persons {
		n := 0
		for _, c := range a.candidates {
			n += b2i(r.known[c.identity].gender == a.gender)
		}
		f = append(f, agreeing.is(min(n, 3)))
	}
	if a.class == things && a.form == subjective {
		f = append(f, expletive.is(j.expletive(s, a.token)))
	}
	n, leading := r.unseen(a)
	return append(f, unseen.is(min(n, 6)), unseenSubject.is(min(leading, 4)*2+b2i(near)))
}

// unseen counts the nouns near before a pronoun that it may stand for and that are no mentions, and how many of them are subjects.
func (r *ranking) unseen(a *asked) (all, subjects int) {
	j := r.j
	si := max(0, a.sentence-1)
	s := &j.d.Sentences[si]
	for ti := max(s.First, a.token-reach); ti < a.token; ti++ {
		for ti >= s.Last && si < a.sentence {
			si++
			s = &j.d.Sentences[si]
		}
		t := &j.d.Tokens[ti]
		if t.Tag != importer.Noun {
			continue
		}
		many := strings.HasSuffix(j.d.Word(ti), "s")
		switch a.class {
		case persons:
			if g := english.NounGender(t.Lemma); g != a.gender && (g != "" || !english.PersonNoun(t.Lemma)) {
				continue
			}
		case things:
			if many {
				continue
			}
		case several:
			if !many {
				continue
			}
		}
		if j.mentionAt(t.Begin) >= 0 {
			continue
		}
		all++
		if j.verbOf(s, ti+1) >= 0 {
			subjects++
		}
	}
	return all, subjects
}

// reach is how many words before a pronoun nouns are counted.
const reach = 30

// expletive is how likely the "it" at token ti stands for nothing, by what follows: 0 no sign, 1 "is" with an adjective or a participle, 2 with "that"
// or "to" behind it, 3 a verb of seeming.
func (j *joiner) expletive(s *importer.Sentence, ti int) int {
	end := min(s.Last, ti+9)
	be, likely := false, false
	for k := ti + 1; k < end; k++ {
		t := &j.d.Tokens[k]
		switch {
		case t.Lemma == "seem" || t.Lemma == "appear" || t.Lemma == "turn" || t.Lemma == "happen":
			return 3
		case t.Lemma == "be":
			be = true
		case be && (t.Tag == importer.Adj || t.Tag == importer.Verb || t.Tag == importer.Noun):
			likely = true
		case likely && (t.Lemma == "that" || t.Lemma == "to" || t.Lemma == "if" || t.Lemma == "whether" || t.Lemma == "when" || t.Lemma == "who"):
			return 2
		case t.Tag == importer.Aux || t.Tag == importer.Adv || t.Tag == importer.Part || t.Tag == importer.Det || t.Tag == importer.Adp:
		default:
			if !be {
				return 0
			}
		}
	}
	return b2i(likely)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bucket is a count, ever coarser: 0, 1, 2, 3, 4 for up to 5, 5 for up to 8, 6 for up to 15, 7 for more.
func bucket(n int) int {
	switch {
	case n <= 3:
		return n
	case n <= 5:
		return 4
	case n <= 8:
		return 5
	case n <= 15:
		return 6
	}
	return 7
}
