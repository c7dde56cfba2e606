"""The page of the lead score's points: changed in a draft, saved as one step that scores everybody again."""
