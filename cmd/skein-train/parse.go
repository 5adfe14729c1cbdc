package main

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"skein/importer/group"
	"skein/importer/parse"
	"skein/importer/tag"
	"skein/importer/treebank"
)

// folds is the number of taggers that each tag what they were not trained on.
const folds = 4

// known is the number of the most frequent words whose vectors the parser gets.
const known = 50000

// ours is how often a sentence of ours is learned from for one of the treebanks, which hold few like them.
const ours = 3

// trainParse trains the parser on the treebanks, with the word vectors in a file if there is one. It returns its model and how much
// it was trained on, and says on the way how far it is.
func trainParse(treebanks []string, vectors string, progress io.Writer) (model []byte, from string, err error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, "", err
	}
	var given []group.Vector
	if vectors != "" {
		if given, err = readVectors(vectors, known); err != nil {
			return nil, "", err
		}
		if len(given[0].Values) != parse.Dimensions {
			return nil, "", fmt.Errorf("%s: its vectors are not of %d numbers", vectors, parse.Dimensions)
		}
	}
	var bank, own [][]parse.Example
	var tagged [][]tag.Example
	words := 0
	for _, path := range treebanks {
		if strings.HasSuffix(path, ".trees") {
			trees, err := readTrees(path)
			if err != nil {
				return nil, "", err
			}
			own = append(own, trees...)
			continue
		}
		sentences, err := treebank.ReadFile(path)
		if err != nil {
			return nil, "", err
		}
		for _, s := range sentences {
			var x []parse.Example
			var y []tag.Example
			for _, t := range s.Tokens() {
				x = append(x, parse.Example{Word: t.Form, Head: t.Head, Label: t.Label})
				y = append(y, tag.Example{Word: t.Form, Tag: t.Tag})
			}
			bank, tagged = append(bank, x), append(tagged, y)
			words += len(x)
		}
	}
	if words == 0 {
		return nil, "", errEmpty
	}
	if err := tagOthers(bank, tagged, kin); err != nil {
		return nil, "", err
	}
	tagger, err := tag.Standard()
	if err != nil {
		return nil, "", err
	}
	for _, s := range own {
		setTags(tagger, s)
		words += ours * len(s)
		for range ours {
			bank = append(bank, s)
		}
	}
	report := func(round, of int, loss float64) {
		fmt.Fprintf(progress, "round %d of %d: loss %.3f\n", round, of, loss)
	}
	return parse.Train(bank, given, report), fmt.Sprintf("%d sentences, %d words", len(bank), words), nil
}

// tagOthers sets the tags of the sentences, each by a tagger that was trained on other ones, so that the parser learns from tags with the
// errors that it will meet.
func tagOthers(bank [][]parse.Example, tagged [][]tag.Example, kin group.Table) error {
	var wait sync.WaitGroup
	var errs [folds]error
	for f := range folds {
		wait.Go(func() {
			begin, end := f*len(bank)/folds, (f+1)*len(bank)/folds
			tagger, err := tag.Read(tag.Train(append(tagged[:begin:begin], tagged[end:]...), kin), kin)
			if err != nil {
				errs[f] = err
				return
			}
			for _, s := range bank[begin:end] {
				setTags(tagger, s)
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// setTags sets the tags of a sentence to those that the tagger gives.
func setTags(tagger *tag.Tagger, s []parse.Example) {
	words := make([]string, len(s))
	for i, x := range s {
		words[i] = x.Word
	}
	for i, t := range tagger.Sentence(words) {
		s[i].Tag = t
	}
}
