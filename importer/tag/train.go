package tag

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// Example is an annotated word.
type Example struct {
	Word  string
	Tag   importer.Tag // "" where it is not known: the word is context only
	Lemma string       // in lower case; "" where it is not known
}

const (
	rounds = 10     // over all sentences
	kept   = 110000 // features: more give little and cost memory
	margin = 160    // by which the right tag must be ahead of all others, else it is learned
	rare   = 4      // words seen less often are not in the lexicon, so that unknown words are met in training too
	often  = 50     // words of a closed class seen so often with one tag only are not asked about
)

// Train learns a model from sentences and returns its bytes, which Read reads. The same sentences in the same order
// give the same bytes. The model is good for the same groups of words only.
func Train(sentences [][]Example, kin group.Table) []byte {
	lexicon, endings := learnLexicon(sentences), learnEndings(sentences)
	all := withCases(sentences)
	var models [2]*perceptron.Model
	for k, step := range [...]int{1, -1} {
		trainer := perceptron.NewTrainer(len(Tags))
		order := rand.New(rand.NewPCG(1, 2))
		s := sentence{}
		for range rounds {
			order.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
			for _, x := range all {
				s.reset()
				for _, e := range x {
					s.add(e.Word, lexicon, kin)
				}
				s.learn(trainer, x, step)
			}
		}
		models[k] = trainer.Model(kept)
	}
	return encode(lexicon, endings, models[0], models[1])
}

// learn tags the sentence from one side as in use and corrects what is wrong. The tags that later words see are the
// guesses, as they will be in use.
func (s *sentence) learn(trainer *perceptron.Trainer, x []Example, step int) {
	s.ready()
	for n := range s.words {
		i := n
		if step < 0 {
			i = len(s.words) - 1 - n
		}
		w := &s.words[i]
		if w.lex.sure {
			w.tag = w.lex.only()
			continue
		}
		s.features = s.features[:0]
		for _, x := range s.standings(i, step) {
			s.features = x.features(s.features)
		}
		s.features = s.find(s.features, i, step)
		clear(s.scores[:])
		trainer.Score(s.features, s.scores[:])
		w.tag = best(s.scores[:])
		if x[i].Tag == "" {
			continue
		}
		trainer.Step()
		right := Class(x[i].Tag)
		s.scores[right] -= margin
		trainer.Update(s.features, right, int(best(s.scores[:])))
	}
}

// learnLexicon notes which tags each word was seen with.
func learnLexicon(sentences [][]Example) map[uint64]entry {
	seen := map[uint64]*[len(Tags)]int{}
	news := map[uint64]uint8{}
	var b []byte
	for _, s := range sentences {
		for _, e := range s {
			if e.Tag == "" {
				continue
			}
			b = group.Fold(b[:0], e.Word)
			h := hash(b)
			if seen[h] == nil {
				seen[h], news[h] = new([len(Tags)]int), newsword(string(b))
			}
			seen[h][Class(e.Tag)]++
		}
	}
	out := map[uint64]entry{}
	for h, counts := range seen {
		total, most, e := 0, 0, entry{news: news[h]}
		for _, n := range counts {
			total += n
			most = max(most, n)
		}
		if total < rare {
			continue
		}
		for c, n := range counts {
			if n > 0 && n*100 >= total*2 {
				e.tags |= 1 << c
			}
			if n == most && total >= often && total-n <= total/500 && closed(Tags[c]) {
				e.sure = true
			}
		}
		out[h] = e
	}
	return out
}

// closed reports whether no new words of the tag are made.
func closed(t importer.Tag) bool {
	switch t {
	case importer.Noun, importer.Propn, importer.Verb, importer.Adj, importer.Adv, importer.Num, importer.Other:
		return false
	}
	return true
}

// withCases adds copies in headline case of every fourth sentence, and in capitals of every eighth, and of all that end
// without a mark, as headlines do.
func withCases(sentences [][]Example) [][]Example {
	out := append([][]Example(nil), sentences...)
	for i, s := range sentences {
		if len(s) == 0 {
			continue
		}
		headline := len(s) > 2 && s[len(s)-1].Tag != importer.Punct
		if headline || i%4 == 1 {
			out = append(out, asHeadline(s))
		}
		if headline || i%8 == 3 {
			loud := append([]Example(nil), s...)
			for k := range loud {
				loud[k].Word = strings.ToUpper(loud[k].Word)
			}
			out = append(out, loud)
		}
	}
	return out
}

// asHeadline writes a sentence as a headline: without articles, forms of "be" and the last full stop, every word but short
// particles with a capital.
func asHeadline(s []Example) []Example {
	var out []Example
	for i, e := range s {
		w := strings.ToLower(e.Word)
		switch {
		case e.Tag == importer.Det && (w == "the" || w == "a" || w == "an"),
			e.Tag == importer.Aux && (w == "is" || w == "are" || w == "was" || w == "were"),
			i == len(s)-1 && w == ".":
			continue
		}
		if len(out) == 0 || len(w) > 4 || !closed(e.Tag) || e.Tag == importer.Pron || e.Tag == importer.Aux {
			first, n := utf8.DecodeRuneInString(e.Word)
			e.Word = string(unicode.ToUpper(first)) + e.Word[n:]
		}
		out = append(out, e)
	}
	return out
}

// learnEndings finds the endings that tell base forms: for every tag, the shortest ones that agree with most words, and
// whole words where these are wrong.
func learnEndings(sentences [][]Example) map[string]edit {
	type form struct{ class, word string }
	lemmas := map[form]map[string]int{}
	for _, s := range sentences {
		for _, e := range s {
			switch e.Tag {
			case "", importer.Propn, importer.Punct, importer.Num, importer.Other:
				continue
			}
			if e.Lemma == "" || e.Lemma == "_" {
				continue
			}
			f := form{string(rune('a' + Class(e.Tag))), strings.ReplaceAll(strings.ToLower(e.Word), "’", "'")}
			if lemmas[f] == nil {
				lemmas[f] = map[string]int{}
			}
			lemmas[f][strings.ReplaceAll(e.Lemma, "’", "'")]++
		}
	}
	edits := map[form]edit{}
	votes := map[string]map[edit]int{} // by ending
	for f, counts := range lemmas {
		lemma := ""
		for l, n := range counts {
			if lemma == "" || n > counts[lemma] || n == counts[lemma] && l < lemma {
				lemma = l
			}
		}
		e := between(f.word, lemma)
		edits[f] = e
		for n := 0; n <= min(longest, len(f.word)); n++ {
			k := f.class + f.word[len(f.word)-n:]
			if votes[k] == nil {
				votes[k] = map[edit]int{}
			}
			votes[k][e]++
		}
	}
	t := Tagger{endings: map[string]edit{}}
	keys := sorted(votes)
	for n := 1; n <= longest+1; n++ { // an ending is judged by what the shorter ones say
		for _, k := range keys {
			if len(k) != n {
				continue
			}
			e, count := majority(votes[k])
			if have, ok := t.lookup(k); count >= 2 && (!ok || have != e) && int(e.off) < n+2 {
				t.endings[k] = e
			}
		}
	}
	for f, e := range edits {
		if have, ok := t.lookup(f.class + f.word); !ok || have != e {
			t.endings[f.class+"^"+f.word] = e
		}
	}
	return t.endings
}

// lookup is the edit of the longest ending of a key that is not a whole word.
func (t *Tagger) lookup(key string) (edit, bool) {
	for n := min(longest, len(key)-1); n >= 0; n-- {
		if e, ok := t.endings[key[:1]+key[len(key)-n:]]; ok {
			return e, true
		}
	}
	return edit{}, false
}

// between is the edit that makes lemma of word.
func between(word, lemma string) edit {
	n := 0
	for n < min(len(word), len(lemma)) && word[n] == lemma[n] {
		n++
	}
	return edit{uint8(min(len(word)-n, 255)), lemma[n:]}
}

// majority is the edit with the most votes; of equals the one that takes and puts least, then the first one.
func majority(votes map[edit]int) (edit, int) {
	best, most := edit{}, 0
	for e, n := range votes {
		less := e.off < best.off || e.off == best.off && (len(e.on) < len(best.on) || len(e.on) == len(best.on) && e.on < best.on)
		if n > most || n == most && less {
			best, most = e, n
		}
	}
	return best, most
}
