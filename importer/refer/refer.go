// Package refer joins the mentions of a document into entities.
//
// # How
//
// A mention that names something has an identity: the key that the gazetteer or a rule gave it, or its type and folded
// name. Identities are joined where the document shows that they are one thing (a union-find over identities):
//
//	acronyms    "Open Skies Mission (OSM)", and later "OSM"; in brackets also those of another language
//	aliases     "Ann Rowe, known as Falcon"
//	short forms "2nd BCT" of "2nd Brigade Combat Team", "PB Stone" of "Patrol Base Stone", "Chinook" of "CH-47 Chinook"
//	offices     "the prime minister's office" of "the Iraqi prime minister's office"
//	            "its foreign ministry", "its troops" of that state's, where "its" is a state's
//	groups      "the militants" behind "Iran-backed militants"
//	persons     "James W. Adams" and "James Adams"
//
// Surnames are resolved where they stand, to the latest person of that name: two persons of one surname stay two. So are
// descriptions ("the commission"): they take the latest thing before them that fits, and are never names of it. What nothing
// fits stays without entity, unless it acts for itself ("Iran-backed militants").
//
// A sentence is about the body that it opens with as its subject (topic.go): "the group" behind it takes up that one first, and
// so do "it" and "its" where nothing else can be meant (carried.go).
//
// Other pronouns of the third person take what a trained ranking of all candidates finds likeliest (rank.go), where it is likely enough;
// "I" in a quotation is who speaks (speakers.go). A pronoun that is not sure stays without entity: a wrong one would say of
// somebody what nobody says.
//
// # Keys
//
// A key says what an entity is across articles: "country/IQ", "person/lloyd austin". Names that mean nothing outside of
// their article carry its id: "person/a…/austin". A small unit is known by its whole chain: "unit/1st battalion, 125th
// infantry regiment".
package refer

import (
	"skein/importer"
)

// Stage is the stage that joins mentions into entities.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "refer",
		Doc:   "Joins the mentions that are about one thing into entities.",
		Needs: []importer.Layer{importer.Text, importer.Sentences, importer.Tokens, importer.Tags, importer.Mentions},
		Gives: []importer.Layer{importer.Entities},
		Run: func(d *importer.Document) error {
			j, err := newJoiner(d)
			if err != nil {
				return err
			}
			j.names()
			if d.English() {
				if err := j.pronouns(); err != nil {
					return err
				}
				j.ownBodies()
			}
			j.build()
			return nil
		},
	}
}

// names joins names and descriptions.
func (j *joiner) names() {
	j.ownHouses()
	j.identify()
	j.joinAcronyms()
	j.joinAliases()
	j.joinNumbered()
	j.joinShort()
	j.joinOffices()
	j.joinPersons()
	j.resolve()
	j.joinGroups()
}
