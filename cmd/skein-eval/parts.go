package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"sync"

	"skein/importer"
	"skein/importer/eval"
	"skein/importer/pipeline"
)

// rulesPart is the name of the stage that leaves rules out, or only watches which there are.
const rulesPart = "parts"

// parts extracts the texts once whole and once without each part: a stage, or the mentions, events or claims of a rule; and
// prints what each brings.
func parts(out io.Writer, gold []eval.Gold, texts string, whole eval.Result) error {
	run := func(name string, stages []importer.Stage) (eval.Variant, error) {
		found, err := extract(texts, extraction{stages: stages, published: published(gold)})
		return eval.Variant{Name: name, Result: eval.Score(gold, found)}, err
	}
	var without []eval.Variant
	for i, s := range pipeline.Stages() {
		if i == 0 {
			continue // without sentences there is nothing
		}
		stages := pipeline.Stages()
		stages[i].Run = func(*importer.Document) error { return nil }
		v, err := run(s.Name, stages)
		if err != nil {
			v.Name += " (fails without)"
		}
		without = append(without, v)
	}
	for _, f := range families() {
		v, err := run(f.name, dropping(pipeline.Stages(), f.has))
		if err != nil {
			v.Name += " (fails without)"
		}
		without = append(without, v)
	}
	seen := rules{}
	if _, err := run("", seen.watching(pipeline.Stages())); err != nil {
		return err
	}
	var byRule []eval.Variant
	for _, r := range slices.Sorted(maps.Keys(seen.n)) {
		v, err := run(r, dropping(pipeline.Stages(), func(rule string) bool { return rule == r }))
		if err != nil {
			return err
		}
		byRule = append(byRule, v)
	}
	fmt.Fprintln(out, "What each stage and each family of rules brings, as the figures fall without it:")
	if err := eval.Brings(out, eval.Variant{Name: "whole", Result: whole}, without); err != nil {
		return err
	}
	fmt.Fprintln(out, "\nWhat each rule brings that changes a figure:")
	byRule = slices.DeleteFunc(byRule, func(v eval.Variant) bool { return v.Total == whole.Total })
	return eval.Brings(out, eval.Variant{Name: "whole", Result: whole}, byRule)
}

// family is a sort of rules.
type family struct {
	name string
	has  func(rule string) bool
}

func families() []family {
	of := func(name string, rules ...string) family {
		return family{name, func(rule string) bool { return slices.Contains(rules, rule) }}
	}
	return []family{
		of("  names of the gazetteer", "find/known", "find/country", "find/state", "find/capital"),
		of("  descriptions", "find/generic", "find/group", "find/founded", "find/office", "find/government", "find/ministry", "find/state-body"),
		of("  pronouns", "refer/pronoun"),
		of("  events of verbs", "relate/verb", "relate/weak-verb", "relate/demand"),
		of("  events of nouns", "relate/noun", "relate/light-verb"),
	}
}

// rules are the names of the rules that found something.
type rules struct {
	lock sync.Mutex
	n    map[string]int
}

// watching adds a stage that notes which rules found something.
func (r *rules) watching(stages []importer.Stage) []importer.Stage {
	r.n = map[string]int{}
	return append(stages, importer.Stage{
		Name: rulesPart, Doc: "notes rules", Gives: []importer.Layer{importer.Claims},
		Run: func(d *importer.Document) error {
			r.lock.Lock()
			defer r.lock.Unlock()
			for _, m := range d.Mentions {
				r.n[m.Rule]++
			}
			for _, e := range d.Events {
				r.n[e.Rule]++
			}
			for _, c := range d.Claims {
				r.n[c.Rule]++
			}
			delete(r.n, "")
			return nil
		},
	})
}

// dropping adds stages that drop what some rules find: their mentions before they are joined to entities, mentions that joining
// itself finds right behind it, their events and claims at the end.
func dropping(stages []importer.Stage, rule func(string) bool) []importer.Stage {
	drop := func(when string, run func(*importer.Document)) importer.Stage {
		return importer.Stage{
			Name: rulesPart + " " + when, Doc: "drops what rules find", Gives: []importer.Layer{importer.Mentions},
			Run: func(d *importer.Document) error { run(d); return nil },
		}
	}
	joins := slices.IndexFunc(stages, func(s importer.Stage) bool { return slices.Contains(s.Gives, importer.Entities) })
	var out []importer.Stage
	for i, s := range stages {
		if i == joins {
			out = append(out, drop("before", func(d *importer.Document) { dropMentions(d, rule) }), s,
				drop("behind", func(d *importer.Document) { unlink(d, rule) }))
			continue
		}
		out = append(out, s)
	}
	return append(out, drop("last", func(d *importer.Document) { dropFound(d, rule) }))
}

func dropMentions(d *importer.Document, rule func(string) bool) {
	at := make([]int, len(d.Mentions)) // where each mention is now, or -1
	var kept []importer.Mention
	for i, m := range d.Mentions {
		at[i] = -1
		if !rule(m.Rule) {
			at[i] = len(kept)
			kept = append(kept, m)
		}
	}
	for i := range kept {
		if p := kept[i].Part; p >= 0 {
			kept[i].Part = at[p]
		}
	}
	d.Mentions = kept
}

// unlink takes mentions away from what they are about.
func unlink(d *importer.Document, rule func(string) bool) {
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if !rule(m.Rule) || m.Entity < 0 {
			continue
		}
		e := &d.Entities[m.Entity]
		e.Mentions = slices.DeleteFunc(slices.Clone(e.Mentions), func(k int) bool { return k == i })
		m.Entity = -1
	}
}

func dropFound(d *importer.Document, rule func(string) bool) {
	d.Claims = slices.DeleteFunc(d.Claims, func(c importer.Claim) bool { return rule(c.Rule) })
	at := make([]int, len(d.Events))
	var kept []importer.Event
	for i, e := range d.Events {
		at[i] = -1
		if !rule(e.Rule) {
			at[i] = len(kept)
			kept = append(kept, e)
		}
	}
	for i := range kept {
		if s := kept[i].Same; s >= 0 {
			kept[i].Same = at[s]
		}
	}
	d.Events = kept
}
