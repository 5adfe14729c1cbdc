// Package tag finds the part of speech and the base form of every token.
//
// # Parts of speech
//
// A sentence is tagged from left to right. What a token, its neighbours and the tags before it look like is a list of
// features (features.go); a linear classifier (importer/perceptron) that was trained on annotated English says which
// tag they speak for. Words that had one and the same tag whenever they were seen, and were seen often, are not asked
// about. Sentences in headline case and in capitals say nothing by their case: the features of case hold the case of
// the whole sentence too, and a share of the sentences that the tagger was trained on was rewritten in these cases.
//
// # Base forms
//
// The base form is what the lists of irregular forms of package english say, else what takes an ending off and leaves a verb
// that package english knows, else what the longest ending known of words with this tag asks for (lemma.go). The endings
// are learned from the annotated text.
//
// # The model
//
// Everything learned stands in one file, which cmd/skein-train writes and package assets carries; its form is
// described in model.go.
package tag

import (
	"sync"

	"skein/assets"
	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// standard is the model that the program carries.
var standard = sync.OnceValues(Standard)

// Standard reads the model that the program carries.
func Standard() (*Tagger, error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, err
	}
	return Read([]byte(assets.TagModel()), kin)
}

// Stage is the stage that gives tags and base forms. Its first run reads the model, which takes some milliseconds.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "tag",
		Doc:   "Finds the part of speech and the base form of every word.",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens},
		Gives: []importer.Layer{importer.Tags},
		Run: func(d *importer.Document) error {
			t, err := standard()
			if err != nil {
				return err
			}
			t.Document(d)
			return nil
		},
	}
}

// Tagger is a trained tagger. It may be used from many goroutines.
type Tagger struct {
	weights [2]*perceptron.Model // coming from the left, coming from the right
	lexicon map[uint64]entry     // by hash of the folded word
	endings map[string]edit      // by tag and ending, see lemma.go
	kin     group.Table
	rooms   sync.Pool // of *sentence, which remember
}

// room is a sentence without words. Give it back to t.rooms.
func (t *Tagger) room() *sentence {
	if s, ok := t.rooms.Get().(*sentence); ok {
		s.reset()
		return s
	}
	return &sentence{memo: [...]*perceptron.Memo{perceptron.NewMemo(t.weights[0]), perceptron.NewMemo(t.weights[1])}}
}

// Document sets Tag and Lemma of all tokens in the sentences of d.
func (t *Tagger) Document(d *importer.Document) {
	s := t.room()
	defer t.rooms.Put(s)
	for _, x := range d.Sentences {
		s.reset()
		for i := x.First; i < x.Last; i++ {
			s.add(d.Word(i), t.lexicon, t.kin)
		}
		t.tag(s)
		for k := range s.words {
			tok := &d.Tokens[x.First+k]
			tok.Tag = Tags[s.words[k].tag]
			tok.Lemma = t.Lemma(d.Word(x.First+k), tok.Tag)
		}
	}
}

// Sentence is the tags of the words of one sentence.
func (t *Tagger) Sentence(words []string) []importer.Tag {
	s := t.room()
	defer t.rooms.Put(s)
	for _, w := range words {
		s.add(w, t.lexicon, t.kin)
	}
	t.tag(s)
	out := make([]importer.Tag, len(words))
	for i := range out {
		out[i] = Tags[s.words[i].tag]
	}
	return out
}

// tag decides on the tags of a sentence whose words are there.
func (t *Tagger) tag(s *sentence) {
	s.ready()
	n := len(s.words)
	for i := range n {
		t.score(s, i, 1)
	}
	for i := n - 1; i >= 0; i-- {
		t.score(s, i, -1)
	}
	for i := range s.words {
		if w := &s.words[i]; !w.lex.sure {
			w.tag = best(w.scores[:])
		}
	}
}

// score adds to the scores of word i what the classifier of one direction says, and sets its tag to what that one
// believes.
func (t *Tagger) score(s *sentence, i, step int) {
	w := &s.words[i]
	if w.lex.sure {
		w.tag = w.lex.only()
		return
	}
	clear(s.scores[:])
	side := (1 - step) / 2
	for _, x := range s.standings(i, step) {
		if key := x.key(); !s.memo[side].Recall(key, s.scores[:]) {
			s.features = x.features(s.features[:0])
			s.memo[side].Score(key, s.features, s.scores[:])
		}
	}
	s.features = s.find(s.features[:0], i, step)
	t.weights[side].Score(s.features, s.scores[:])
	for k, v := range s.scores {
		w.scores[k] += v
	}
	w.tag = best(s.scores[:])
}
