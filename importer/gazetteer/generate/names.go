package main

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-json"

	"skein/importer/gazetteer"
)

// script prints faker's names and words as JSON.
const script = `
const faker = await import(process.argv[1]);
const all = x => typeof x === 'string' ? [x] : Array.isArray(x) ? x.flatMap(all) : x && typeof x === 'object' && !('weight' in x) ? Object.values(x).flatMap(all) : x && x.value ? all(x.value) : [];
const out = {given: [], surname: [], words: [], female: [], male: []};
for (const l of Object.values(faker.allLocales)) {
  const p = l.person || {};
  out.given.push(...all(p.first_name));
  out.surname.push(...all(p.last_name));
  out.female.push(...new Set(all((p.first_name || {}).female)));
  out.male.push(...new Set(all((p.first_name || {}).male)));
}
out.words.push(...all(faker.allLocales.en.word), ...all(faker.allLocales.en.commerce), ...all(faker.allLocales.en.color), ...all(faker.allLocales.en.animal));
console.log(JSON.stringify(out));
`

// personNames makes names.tsv, and the set of common words and names of people, both folded.
func personNames(from string) (lines []string, common map[string]bool, err error) {
	b, err := exec.Command("node", "--input-type=module", "-e", script, filepath.Join(from, "@faker-js", "faker", "dist", "index.js")).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w\n%s", err, exit.Stderr)
		}
		return nil, nil, fmt.Errorf("node: %w", err)
	}
	var read struct{ Given, Surname, Words, Female, Male []string }
	if err := json.Unmarshal(b, &read); err != nil {
		return nil, nil, err
	}
	words := map[string]bool{}
	for _, w := range read.Words {
		for w := range strings.FieldsSeq(w) {
			words[gazetteer.Fold(w)] = true
		}
	}
	flags := map[string]string{}
	for i, list := range [][]string{read.Given, read.Surname} {
		for _, n := range list {
			if f := gazetteer.Fold(n); personal(n) && !strings.Contains(flags[f], "gs"[i:i+1]) {
				flags[f] += "gs"[i : i+1]
			}
		}
	}
	for n, balance := range genders(read.Female, read.Male) {
		if flags[n] != "" {
			flags[n] += balance
		}
	}
	common = map[string]bool{}
	for w := range words {
		common[w] = true
	}
	for n, f := range flags {
		common[n] = true
		if words[n] {
			f += "w"
		}
		lines = append(lines, n+"\t"+f)
	}
	slices.Sort(lines)
	return lines, common, nil
}

// genders tells of folded given names whether they are "f" those of women or "m" of men: where one of them has the name in four
// times as many languages as the other.
func genders(female, male []string) map[string]string {
	f, m, out := map[string]int{}, map[string]int{}, map[string]string{}
	for _, n := range female {
		f[gazetteer.Fold(n)]++
	}
	for _, n := range male {
		m[gazetteer.Fold(n)]++
	}
	for n := range f {
		if f[n] >= 4*m[n] {
			out[n] = "f"
		}
	}
	for n := range m {
		if m[n] >= 4*f[n] {
			out[n] = "m"
		}
	}
	return out
}

// personal reports whether a name of faker's is one word in Latin letters with a capital.
func personal(n string) bool {
	return len(n) >= 2 && len(n) <= 24 && unicode.IsUpper([]rune(n)[0]) &&
		!strings.ContainsFunc(n, func(r rune) bool { return r != '\'' && r != '-' && r != '’' && !unicode.Is(unicode.Latin, r) })
}
