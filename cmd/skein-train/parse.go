package main

import (
	"fmt"
	"sync"

	"skein/importer/group"
	"skein/importer/parse"
	"skein/importer/tag"
	"skein/importer/treebank"
)

// folds is the number of taggers that each tag what they were not trained on.
const folds = 4

// trainParse trains the parser on the treebanks. It returns its model and how much it was trained on.
func trainParse(treebanks []string) (model []byte, from string, err error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, "", err
	}
	var bank [][]parse.Example
	var tagged [][]tag.Example
	words := 0
	for _, path := range treebanks {
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
	return parse.Train(bank, kin), fmt.Sprintf("%d sentences, %d words", len(bank), words), nil
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
				words := make([]string, len(s))
				for i, x := range s {
					words[i] = x.Word
				}
				for i, t := range tagger.Sentence(words) {
					s[i].Tag = t
				}
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
