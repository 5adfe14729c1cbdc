package main

import (
	"os"
	"path/filepath"

	"skein/importer/sense"
)

// trainSense makes the table of senses of the folder of WordNet, which is the only one of paths. It returns the table and what it was
// made of.
func trainSense(paths []string) (model []byte, from string, err error) {
	var files [2]string
	for i, name := range [...]string{"index.noun", "data.noun"} {
		b, err := os.ReadFile(filepath.Join(paths[0], name))
		if err != nil {
			return nil, "", err
		}
		files[i] = string(b)
	}
	model, err = sense.Learn(files[0], files[1])
	return model, paths[0], err
}
