-- All tables of a story file. Needs SQLite 3.40 or later.
--
-- A record of `dateline.model` is one row of the table that bears its name, and one row of a child table for
-- each element of a list. Inside the file records are joined by integer keys; `identity` gives each key the id
-- that the rest of the world sees. A key is never reused or deleted: a record that is written anew keeps it.
-- Whoever reads the file by hand will want the views at the end, which show ids.
--
-- A test compares this file with the records, column by column; `model/record.py` states the rules.

PRAGMA application_id = 1145132110;  -- "DATN"
PRAGMA user_version = 5;  -- of this schema

-- == the file's own bookkeeping ==

-- Every id that a record of this story has or had.
CREATE TABLE identity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT  -- the table of the record; NULL while it is only referred to
) STRICT;

-- What was written, by which stage, for which unit: a file, a report, a block. Deleting a row deletes what the
-- stage wrote for the unit.
CREATE TABLE ledger (
  key INTEGER PRIMARY KEY,
  stage TEXT NOT NULL,
  version TEXT NOT NULL,  -- of the stage and of whatever else its answer depends on
  unit TEXT NOT NULL,
  digest TEXT NOT NULL,  -- of what the stage was given for the unit
  UNIQUE (stage, unit)
) STRICT;

-- Where the id of a merged record leads that is no more: to the record that its members belong to now.
CREATE TABLE redirect (
  old INTEGER PRIMARY KEY REFERENCES identity,
  new INTEGER NOT NULL REFERENCES identity
) STRICT;

-- Links deleted since linking last came to its end, from which it makes redirects.
CREATE TABLE former_link (
  target INTEGER NOT NULL REFERENCES identity,
  member INTEGER NOT NULL REFERENCES identity,
  PRIMARY KEY (target, member)
) STRICT, WITHOUT ROWID;

-- Each time that linking came to its end with something new: when, by which Dateline, and what there was then. It
-- is of this file alone: no export has it, because the same reports must give the same export at any time.
CREATE TABLE run (
  number INTEGER PRIMARY KEY,  -- from 1
  made TEXT NOT NULL,  -- ISO 8601, UTC
  program TEXT NOT NULL,  -- the version of Dateline
  last_key INTEGER NOT NULL,  -- of identity: what has a higher one came later
  reports INTEGER NOT NULL,
  events INTEGER NOT NULL,
  utterances INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  decisions INTEGER NOT NULL
) STRICT;

-- == records ==

-- One dated article by one outlet. `text` never changes: every start and end below counts characters in it.
CREATE TABLE report (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  location TEXT NOT NULL,
  reader TEXT NOT NULL,
  digest TEXT NOT NULL,
  title TEXT,
  outlet TEXT,
  owner TEXT,
  byline TEXT,
  url TEXT,
  language TEXT,
  published_earliest TEXT, published_latest TEXT, published_precision TEXT, published_edtf TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX report_written_by ON report (written_by);
CREATE TABLE report_other_dates (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE report_agencies (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE report_offsets (
  report INTEGER NOT NULL REFERENCES report ON DELETE CASCADE, position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  raw INTEGER NOT NULL,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

-- An input that did not become a report, and why.
CREATE TABLE rejection (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  location TEXT NOT NULL,
  digest TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX rejection_written_by ON rejection (written_by);

-- One reading of one metadata field of a report, chosen or not.
CREATE TABLE metadata_candidate (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  found_in TEXT NOT NULL,
  start INTEGER, "end" INTEGER, text TEXT,
  chosen INTEGER NOT NULL
) STRICT;
CREATE INDEX metadata_candidate_written_by ON metadata_candidate (written_by);
CREATE INDEX metadata_candidate_report ON metadata_candidate (report);

-- Page text that is not the report: kept, marked, not read.
CREATE TABLE furniture (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX furniture_written_by ON furniture (written_by);
CREATE INDEX furniture_report ON furniture (report);

-- A report that its outlet has replaced: it is neither linked nor counted beside the latest version.
CREATE TABLE earlier_version (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  latest INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX earlier_version_written_by ON earlier_version (written_by);
CREATE INDEX earlier_version_report ON earlier_version (report);
CREATE INDEX earlier_version_latest ON earlier_version (latest);

-- A run of text between line breaks, without furniture.
CREATE TABLE paragraph (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX paragraph_written_by ON paragraph (written_by);
CREATE INDEX paragraph_report ON paragraph (report);

-- A sentence; it never crosses a paragraph.
CREATE TABLE sentence (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  paragraph INTEGER NOT NULL REFERENCES paragraph DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX sentence_written_by ON sentence (written_by);
CREATE INDEX sentence_report ON sentence (report);
CREATE INDEX sentence_paragraph ON sentence (paragraph);

-- A time expression with its TIMEX3 value and the days that it stands for.
CREATE TABLE timex (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  sentence INTEGER NOT NULL REFERENCES sentence DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  type TEXT NOT NULL,
  value TEXT NOT NULL,
  mod TEXT,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  anchor TEXT,
  grounding TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX timex_written_by ON timex (written_by);
CREATE INDEX timex_report ON timex (report);
CREATE INDEX timex_sentence ON timex (sentence);

-- One somebody within one report.
CREATE TABLE chain (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_score REAL NOT NULL,
  gender TEXT,
  plural INTEGER NOT NULL
) STRICT;
CREATE INDEX chain_written_by ON chain (written_by);
CREATE INDEX chain_report ON chain (report);
CREATE TABLE chain_names (
  chain INTEGER NOT NULL REFERENCES chain ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (chain, position)
) STRICT, WITHOUT ROWID;

-- Words that name, describe or stand for somebody.
CREATE TABLE mention (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  sentence INTEGER NOT NULL REFERENCES sentence DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  form TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_score REAL NOT NULL,
  chain INTEGER NOT NULL REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL,
  score REAL NOT NULL
) STRICT;
CREATE INDEX mention_written_by ON mention (written_by);
CREATE INDEX mention_report ON mention (report);
CREATE INDEX mention_sentence ON mention (sentence);
CREATE INDEX mention_chain ON mention (chain);

-- A report's words for what somebody is.
CREATE TABLE role_mention (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  chain INTEGER NOT NULL REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  title TEXT NOT NULL,
  "of" INTEGER REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  former INTEGER NOT NULL
) STRICT;
CREATE INDEX role_mention_written_by ON role_mention (written_by);
CREATE INDEX role_mention_report ON role_mention (report);
CREATE INDEX role_mention_chain ON role_mention (chain);
CREATE INDEX role_mention_of ON role_mention ("of");

-- One utterance as one report gives it.
CREATE TABLE quotation (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  sentence INTEGER NOT NULL REFERENCES sentence DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  source_start INTEGER, source_end INTEGER, source_text TEXT,
  cue_start INTEGER, cue_end INTEGER, cue_text TEXT,
  cue_lemma TEXT,
  addressee_start INTEGER, addressee_end INTEGER, addressee_text TEXT,
  via TEXT,
  medium_start INTEGER, medium_end INTEGER, medium_text TEXT,
  venue_start INTEGER, venue_end INTEGER, venue_text TEXT,
  said_at INTEGER REFERENCES timex DEFERRABLE INITIALLY DEFERRED,
  within INTEGER REFERENCES quotation DEFERRABLE INITIALLY DEFERRED,
  stance TEXT NOT NULL,
  negated INTEGER NOT NULL,
  speaker INTEGER REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  other_speaker INTEGER REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  anomaly TEXT,
  anomaly_reason TEXT
) STRICT;
CREATE INDEX quotation_written_by ON quotation (written_by);
CREATE INDEX quotation_report ON quotation (report);
CREATE INDEX quotation_sentence ON quotation (sentence);
CREATE INDEX quotation_speaker ON quotation (speaker);
CREATE INDEX quotation_said_at ON quotation (said_at);
CREATE INDEX quotation_within ON quotation (within);
CREATE INDEX quotation_other_speaker ON quotation (other_speaker);
CREATE TABLE quotation_contents (
  quotation INTEGER NOT NULL REFERENCES quotation ON DELETE CASCADE, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (quotation, position)
) STRICT, WITHOUT ROWID;

-- Words in quotation marks that are nobody's speech.
CREATE TABLE quoted_phrase (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  sentence INTEGER NOT NULL REFERENCES sentence DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  reason TEXT NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX quoted_phrase_written_by ON quoted_phrase (written_by);
CREATE INDEX quoted_phrase_report ON quoted_phrase (report);
CREATE INDEX quoted_phrase_sentence ON quoted_phrase (sentence);

-- One act in one sentence of one report.
CREATE TABLE event (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  sentence INTEGER NOT NULL REFERENCES sentence DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  lemma TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  place INTEGER REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  place_words_start INTEGER, place_words_end INTEGER, place_words_text TEXT,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  timex INTEGER REFERENCES timex DEFERRABLE INITIALLY DEFERRED,
  time_rule TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX event_written_by ON event (written_by);
CREATE INDEX event_report ON event (report);
CREATE INDEX event_sentence ON event (sentence);
CREATE INDEX event_place ON event (place);
CREATE INDEX event_timex ON event (timex);
CREATE TABLE event_actors (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, position INTEGER NOT NULL,
  chain INTEGER NOT NULL REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_actors_chain ON event_actors (chain);
CREATE TABLE event_recipients (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, position INTEGER NOT NULL,
  chain INTEGER NOT NULL REFERENCES chain DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_recipients_chain ON event_recipients (chain);
CREATE TABLE event_counts (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  low REAL NOT NULL,
  high REAL,
  approximate INTEGER NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_contexts (
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;

-- One independent source of text.
CREATE TABLE origin (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  label TEXT NOT NULL,
  agency TEXT,
  known INTEGER NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX origin_written_by ON origin (written_by);
CREATE TABLE origin_reports (
  origin INTEGER NOT NULL REFERENCES origin ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (origin, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX origin_reports_value ON origin_reports (value);

-- Passages in two or more reports that come from one text.
CREATE TABLE copy_group (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  kind TEXT NOT NULL,
  agency TEXT,
  containment REAL NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX copy_group_written_by ON copy_group (written_by);
CREATE TABLE copy_group_members (
  copy_group INTEGER NOT NULL REFERENCES copy_group ON DELETE CASCADE, position INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (copy_group, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_group_members_report ON copy_group_members (report);

-- A somebody, merged over spellings and reports.
CREATE TABLE actor (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_score REAL NOT NULL,
  gender TEXT,
  country TEXT
) STRICT;
CREATE INDEX actor_written_by ON actor (written_by);
CREATE TABLE actor_names (
  actor INTEGER NOT NULL REFERENCES actor ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (actor, position)
) STRICT, WITHOUT ROWID;

-- An office or description of an actor, with the reports' dates it is said of.
CREATE TABLE role (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  "of" INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX role_written_by ON role (written_by);
CREATE INDEX role_actor ON role (actor);
CREATE INDEX role_of ON role ("of");
CREATE INDEX role_report ON role (report);

-- Reports on one matter.
CREATE TABLE thread (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  name TEXT NOT NULL,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  likeness REAL NOT NULL
) STRICT;
CREATE INDEX thread_written_by ON thread (written_by);
CREATE TABLE thread_reports (
  thread INTEGER NOT NULL REFERENCES thread ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (thread, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_reports_value ON thread_reports (value);
CREATE TABLE thread_shared_words (
  thread INTEGER NOT NULL REFERENCES thread ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (thread, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE thread_actors (
  thread INTEGER NOT NULL REFERENCES thread ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (thread, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX thread_actors_value ON thread_actors (value);

-- A machine's join: `member` belongs to `target`.
CREATE TABLE link (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  kind TEXT NOT NULL,
  member INTEGER NOT NULL REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  target INTEGER NOT NULL REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  score REAL NOT NULL
) STRICT;
CREATE INDEX link_written_by ON link (written_by);
CREATE INDEX link_member ON link (member);
CREATE INDEX link_target ON link (target);
CREATE TABLE link_reasons (
  link INTEGER NOT NULL REFERENCES link ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (link, position)
) STRICT, WITHOUT ROWID;

-- The PLOVER codes of an actor, for the days on which they are said of it.
CREATE TABLE actor_code (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  country TEXT,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  basis TEXT NOT NULL,
  identifier TEXT,
  second_country TEXT
) STRICT;
CREATE INDEX actor_code_written_by ON actor_code (written_by);
CREATE INDEX actor_code_actor ON actor_code (actor);
CREATE TABLE actor_code_sectors (
  actor_code INTEGER NOT NULL REFERENCES actor_code ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (actor_code, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE actor_code_read_from (
  actor_code INTEGER NOT NULL REFERENCES actor_code ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (actor_code, position)
) STRICT, WITHOUT ROWID;

-- Where a place of the story lies, by the gazetteer.
CREATE TABLE location (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  region TEXT,
  latitude REAL,
  longitude REAL,
  precision TEXT NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  entry TEXT
) STRICT;
CREATE INDEX location_written_by ON location (written_by);
CREATE INDEX location_actor ON location (actor);

-- Quotations in one or more reports that are one act of speech.
CREATE TABLE utterance (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  text TEXT NOT NULL,
  stance TEXT NOT NULL,
  speaker INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX utterance_written_by ON utterance (written_by);
CREATE INDEX utterance_speaker ON utterance (speaker);
CREATE TABLE utterance_speakers (
  utterance INTEGER NOT NULL REFERENCES utterance ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (utterance, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_speakers_value ON utterance_speakers (value);
CREATE TABLE utterance_members (
  utterance INTEGER NOT NULL REFERENCES utterance ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES quotation DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (utterance, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX utterance_members_value ON utterance_members (value);
CREATE TABLE utterance_relations (
  utterance INTEGER NOT NULL REFERENCES utterance ON DELETE CASCADE, position INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (utterance, position)
) STRICT, WITHOUT ROWID;

-- Events in one or more reports that are one act.
CREATE TABLE merged_event (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  time_disputed INTEGER NOT NULL,
  place INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX merged_event_written_by ON merged_event (written_by);
CREATE INDEX merged_event_place ON merged_event (place);
CREATE INDEX merged_event_report ON merged_event (report);
CREATE TABLE merged_event_actors (
  merged_event INTEGER NOT NULL REFERENCES merged_event ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (merged_event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_event_actors_value ON merged_event_actors (value);
CREATE TABLE merged_event_recipients (
  merged_event INTEGER NOT NULL REFERENCES merged_event ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES actor DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (merged_event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_event_recipients_value ON merged_event_recipients (value);
CREATE TABLE merged_event_members (
  merged_event INTEGER NOT NULL REFERENCES merged_event ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES event DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (merged_event, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_event_members_value ON merged_event_members (value);

-- A merged event's place on the one timeline.
CREATE TABLE timeline_entry (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  event INTEGER NOT NULL REFERENCES merged_event DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  weight REAL NOT NULL
) STRICT;
CREATE INDEX timeline_entry_written_by ON timeline_entry (written_by);
CREATE INDEX timeline_entry_event ON timeline_entry (event);

-- One checkable value that at least one report gives.
CREATE TABLE claim (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  about INTEGER NOT NULL REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  aspect TEXT NOT NULL,
  value TEXT NOT NULL,
  actor INTEGER REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  time_earliest TEXT, time_latest TEXT, time_precision TEXT, time_edtf TEXT,
  low REAL,
  high REAL,
  unit TEXT
) STRICT;
CREATE INDEX claim_written_by ON claim (written_by);
CREATE INDEX claim_about ON claim (about);
CREATE INDEX claim_actor ON claim (actor);

-- The words of one report behind a merged record or a claim, and the origin they count for.
CREATE TABLE support (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  about INTEGER NOT NULL REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  member INTEGER NOT NULL REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  report INTEGER NOT NULL REFERENCES report DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
  origin INTEGER NOT NULL REFERENCES origin DEFERRABLE INITIALLY DEFERRED,
  grounding TEXT NOT NULL
) STRICT;
CREATE INDEX support_written_by ON support (written_by);
CREATE INDEX support_about ON support (about);
CREATE INDEX support_member ON support (member);
CREATE INDEX support_report ON support (report);
CREATE INDEX support_origin ON support (origin);

-- Claims that cannot all hold; every side keeps its spans and origins.
CREATE TABLE conflict (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  kind TEXT NOT NULL,
  about INTEGER NOT NULL REFERENCES identity DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_written_by ON conflict (written_by);
CREATE INDEX conflict_about ON conflict (about);
CREATE TABLE conflict_sides (
  conflict INTEGER NOT NULL REFERENCES conflict ON DELETE CASCADE, position INTEGER NOT NULL,
  value INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (conflict, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflict_sides_value ON conflict_sides (value);

-- What a person ruled. Objects are named by words and not by keys: a decision outlives what it is about.
CREATE TABLE decision (
  key INTEGER PRIMARY KEY REFERENCES identity,
  written_by INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT,
  undoes TEXT,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  made TEXT NOT NULL
) STRICT;
CREATE INDEX decision_written_by ON decision (written_by);
CREATE TABLE decision_objects (
  decision INTEGER NOT NULL REFERENCES decision ON DELETE CASCADE, position INTEGER NOT NULL,
  side INTEGER NOT NULL,
  kind TEXT NOT NULL,
  member TEXT NOT NULL,
  report TEXT NOT NULL,
  digest TEXT NOT NULL,
  start INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (decision, position)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER decision_kept BEFORE DELETE ON decision BEGIN
  SELECT RAISE(ABORT, 'a decision is never deleted; another one undoes it');
END;
CREATE TRIGGER decision_unchanged BEFORE UPDATE ON decision BEGIN
  SELECT RAISE(ABORT, 'a decision is never changed; another one undoes it');
END;

-- == search: the words of sentences, unread paragraphs, furniture and titles, kept in step by triggers ==

CREATE VIRTUAL TABLE sentence_search USING fts5 (
  text, content = 'sentence', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_written AFTER INSERT ON sentence BEGIN
  INSERT INTO sentence_search (rowid, text) VALUES (NEW.key, NEW.text);
END;
CREATE TRIGGER sentence_deleted AFTER DELETE ON sentence BEGIN
  INSERT INTO sentence_search (sentence_search, rowid, text) VALUES ('delete', OLD.key, OLD.text);
END;

CREATE VIRTUAL TABLE unread_search USING fts5 (
  text, content = 'paragraph', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER unread_written AFTER INSERT ON paragraph WHEN NEW.kind = 'unread' BEGIN
  INSERT INTO unread_search (rowid, text) VALUES (NEW.key, NEW.text);
END;
CREATE TRIGGER unread_deleted AFTER DELETE ON paragraph WHEN OLD.kind = 'unread' BEGIN
  INSERT INTO unread_search (unread_search, rowid, text) VALUES ('delete', OLD.key, OLD.text);
END;

CREATE VIRTUAL TABLE furniture_search USING fts5 (
  text, content = 'furniture', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER furniture_written AFTER INSERT ON furniture BEGIN
  INSERT INTO furniture_search (rowid, text) VALUES (NEW.key, NEW.text);
END;
CREATE TRIGGER furniture_deleted AFTER DELETE ON furniture BEGIN
  INSERT INTO furniture_search (furniture_search, rowid, text) VALUES ('delete', OLD.key, OLD.text);
END;

CREATE VIRTUAL TABLE report_search USING fts5 (
  title, content = 'report', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER report_written AFTER INSERT ON report BEGIN
  INSERT INTO report_search (rowid, title) VALUES (NEW.key, NEW.title);
END;
CREATE TRIGGER report_deleted AFTER DELETE ON report BEGIN
  INSERT INTO report_search (report_search, rowid, title) VALUES ('delete', OLD.key, OLD.title);
END;

CREATE TRIGGER link_deleted AFTER DELETE ON link BEGIN
  INSERT OR IGNORE INTO former_link (target, member) VALUES (OLD.target, OLD.member);
END;

-- == views: the same records with ids in the place of keys, and lists as JSON ==

CREATE VIEW reports AS SELECT
  i.id,
  r.location,
  r.reader,
  r.digest,
  r.title,
  r.outlet,
  r.owner,
  r.byline,
  r.url,
  r.language,
  r.published_earliest, r.published_latest, r.published_precision, r.published_edtf,
  r.text,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM report_other_dates WHERE report = r.key ORDER BY position)) AS other_dates,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM report_agencies WHERE report = r.key ORDER BY position)) AS agencies,
  (SELECT json_group_array(json(e))
    FROM (SELECT json_object('start', start, 'end', "end", 'raw', raw) AS e FROM report_offsets WHERE report = r.key ORDER BY position)) AS offsets
FROM report AS r JOIN identity AS i USING (key);

CREATE VIEW rejections AS SELECT
  i.id,
  r.location,
  r.digest,
  r.code,
  r.reason
FROM rejection AS r JOIN identity AS i USING (key);

CREATE VIEW metadata_candidates AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.field,
  r.value,
  r.found_in,
  r.start, r."end", r.text,
  r.chosen
FROM metadata_candidate AS r JOIN identity AS i USING (key);

CREATE VIEW furniture_pieces AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.start, r."end", r.text,
  r.kind,
  r.rule
FROM furniture AS r JOIN identity AS i USING (key);

CREATE VIEW earlier_versions AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.latest) AS latest,
  r.number,
  r.reason
FROM earlier_version AS r JOIN identity AS i USING (key);

CREATE VIEW paragraphs AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.number,
  r.start, r."end", r.text,
  r.kind
FROM paragraph AS r JOIN identity AS i USING (key);

CREATE VIEW sentences AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.paragraph) AS paragraph,
  r.number,
  r.start, r."end", r.text
FROM sentence AS r JOIN identity AS i USING (key);

CREATE VIEW timexes AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.sentence) AS sentence,
  r.start, r."end", r.text,
  r.type,
  r.value,
  r.mod,
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  r.anchor,
  r.grounding,
  r.rule
FROM timex AS r JOIN identity AS i USING (key);

CREATE VIEW chains AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.name,
  r.kind,
  r.kind_score,
  r.gender,
  r.plural,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM chain_names WHERE chain = r.key ORDER BY position)) AS names
FROM chain AS r JOIN identity AS i USING (key);

CREATE VIEW mentions AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.sentence) AS sentence,
  r.start, r."end", r.text,
  r.form,
  r.kind,
  r.kind_score,
  (SELECT id FROM identity WHERE key = r.chain) AS chain,
  r.rule,
  r.score
FROM mention AS r JOIN identity AS i USING (key);

CREATE VIEW role_mentions AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.chain) AS chain,
  r.start, r."end", r.text,
  r.title,
  (SELECT id FROM identity WHERE key = r."of") AS "of",
  r.former
FROM role_mention AS r JOIN identity AS i USING (key);

CREATE VIEW quotations AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.sentence) AS sentence,
  r.kind,
  r.source_start, r.source_end, r.source_text,
  r.cue_start, r.cue_end, r.cue_text,
  r.cue_lemma,
  r.addressee_start, r.addressee_end, r.addressee_text,
  r.via,
  r.medium_start, r.medium_end, r.medium_text,
  r.venue_start, r.venue_end, r.venue_text,
  (SELECT id FROM identity WHERE key = r.said_at) AS said_at,
  (SELECT id FROM identity WHERE key = r.within) AS within,
  r.stance,
  r.negated,
  (SELECT id FROM identity WHERE key = r.speaker) AS speaker,
  (SELECT id FROM identity WHERE key = r.other_speaker) AS other_speaker,
  r.rule,
  r.confidence,
  r.anomaly,
  r.anomaly_reason,
  (SELECT json_group_array(e)
    FROM (SELECT text AS e FROM quotation_contents WHERE quotation = r.key ORDER BY position)) AS contents
FROM quotation AS r JOIN identity AS i USING (key);

CREATE VIEW quoted_phrases AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.sentence) AS sentence,
  r.start, r."end", r.text,
  r.reason,
  r.rule
FROM quoted_phrase AS r JOIN identity AS i USING (key);

CREATE VIEW events AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  (SELECT id FROM identity WHERE key = r.sentence) AS sentence,
  r.start, r."end", r.text,
  r.lemma,
  r.type,
  r.mode,
  r.status,
  (SELECT id FROM identity WHERE key = r.place) AS place,
  r.place_words_start, r.place_words_end, r.place_words_text,
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  (SELECT id FROM identity WHERE key = r.timex) AS timex,
  r.time_rule,
  r.rule,
  r.confidence,
  (SELECT json_group_array(e)
    FROM (SELECT text AS e FROM event_actors WHERE event = r.key ORDER BY position)) AS actors,
  (SELECT json_group_array(e)
    FROM (SELECT text AS e FROM event_recipients WHERE event = r.key ORDER BY position)) AS recipients,
  (SELECT json_group_array(e)
    FROM (SELECT text AS e FROM event_counts WHERE event = r.key ORDER BY position)) AS counts,
  (SELECT json_group_array(e)
    FROM (SELECT name AS e FROM event_contexts WHERE event = r.key ORDER BY position)) AS contexts
FROM event AS r JOIN identity AS i USING (key);

CREATE VIEW origins AS SELECT
  i.id,
  r.label,
  r.agency,
  r.known,
  r.reason,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM origin_reports JOIN identity ON key = value WHERE origin = r.key ORDER BY position)) AS reports
FROM origin AS r JOIN identity AS i USING (key);

CREATE VIEW copy_groups AS SELECT
  i.id,
  r.kind,
  r.agency,
  r.containment,
  r.reason,
  (SELECT json_group_array(e)
    FROM (SELECT text AS e FROM copy_group_members WHERE copy_group = r.key ORDER BY position)) AS members
FROM copy_group AS r JOIN identity AS i USING (key);

CREATE VIEW actors AS SELECT
  i.id,
  r.name,
  r.kind,
  r.kind_score,
  r.gender,
  r.country,
  (SELECT json_group_array(json(e))
    FROM (SELECT json_object('name', name, 'mentions', mentions) AS e FROM actor_names WHERE actor = r.key ORDER BY position)) AS names
FROM actor AS r JOIN identity AS i USING (key);

CREATE VIEW roles AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.actor) AS actor,
  r.title,
  (SELECT id FROM identity WHERE key = r."of") AS "of",
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.start, r."end", r.text
FROM role AS r JOIN identity AS i USING (key);

CREATE VIEW threads AS SELECT
  i.id,
  r.name,
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  r.likeness,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM thread_reports JOIN identity ON key = value WHERE thread = r.key ORDER BY position)) AS reports,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM thread_shared_words WHERE thread = r.key ORDER BY position)) AS shared_words,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM thread_actors JOIN identity ON key = value WHERE thread = r.key ORDER BY position)) AS actors
FROM thread AS r JOIN identity AS i USING (key);

CREATE VIEW links AS SELECT
  i.id,
  r.kind,
  (SELECT id FROM identity WHERE key = r.member) AS member,
  (SELECT id FROM identity WHERE key = r.target) AS target,
  r.score,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM link_reasons WHERE link = r.key ORDER BY position)) AS reasons
FROM link AS r JOIN identity AS i USING (key);

CREATE VIEW actor_codes AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.actor) AS actor,
  r.country,
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  r.basis,
  r.identifier,
  r.second_country,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM actor_code_sectors WHERE actor_code = r.key ORDER BY position)) AS sectors,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM actor_code_read_from WHERE actor_code = r.key ORDER BY position)) AS read_from
FROM actor_code AS r JOIN identity AS i USING (key);

CREATE VIEW locations AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.actor) AS actor,
  r.name,
  r.country,
  r.region,
  r.latitude,
  r.longitude,
  r.precision,
  r.score,
  r.reason,
  r.entry
FROM location AS r JOIN identity AS i USING (key);

CREATE VIEW utterances AS SELECT
  i.id,
  r.text,
  r.stance,
  (SELECT id FROM identity WHERE key = r.speaker) AS speaker,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM utterance_speakers JOIN identity ON key = value WHERE utterance = r.key ORDER BY position)) AS speakers,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM utterance_members JOIN identity ON key = value WHERE utterance = r.key ORDER BY position)) AS members,
  (SELECT json_group_array(e)
    FROM (SELECT value AS e FROM utterance_relations WHERE utterance = r.key ORDER BY position)) AS relations
FROM utterance AS r JOIN identity AS i USING (key);

CREATE VIEW merged_events AS SELECT
  i.id,
  r.type,
  r.mode,
  r.status,
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  r.time_disputed,
  (SELECT id FROM identity WHERE key = r.place) AS place,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.start, r."end", r.text,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM merged_event_actors JOIN identity ON key = value WHERE merged_event = r.key ORDER BY position)) AS actors,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM merged_event_recipients JOIN identity ON key = value WHERE merged_event = r.key ORDER BY position)) AS recipients,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM merged_event_members JOIN identity ON key = value WHERE merged_event = r.key ORDER BY position)) AS members
FROM merged_event AS r JOIN identity AS i USING (key);

CREATE VIEW timeline_entries AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.event) AS event,
  r.number,
  r.weight
FROM timeline_entry AS r JOIN identity AS i USING (key);

CREATE VIEW claims AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.about) AS about,
  r.aspect,
  r.value,
  (SELECT id FROM identity WHERE key = r.actor) AS actor,
  r.time_earliest, r.time_latest, r.time_precision, r.time_edtf,
  r.low,
  r.high,
  r.unit
FROM claim AS r JOIN identity AS i USING (key);

CREATE VIEW supports AS SELECT
  i.id,
  (SELECT id FROM identity WHERE key = r.about) AS about,
  (SELECT id FROM identity WHERE key = r.member) AS member,
  (SELECT id FROM identity WHERE key = r.report) AS report,
  r.start, r."end", r.text,
  (SELECT id FROM identity WHERE key = r.origin) AS origin,
  r.grounding
FROM support AS r JOIN identity AS i USING (key);

CREATE VIEW conflicts AS SELECT
  i.id,
  r.kind,
  (SELECT id FROM identity WHERE key = r.about) AS about,
  r.reason,
  (SELECT json_group_array(e)
    FROM (SELECT id AS e FROM conflict_sides JOIN identity ON key = value WHERE conflict = r.key ORDER BY position)) AS sides
FROM conflict AS r JOIN identity AS i USING (key);

CREATE VIEW decisions AS SELECT
  i.id,
  r.kind,
  r.value,
  r.undoes,
  r.author,
  r.reason,
  r.made,
  (SELECT json_group_array(json(e))
    FROM (SELECT json_object('side', side, 'kind', kind, 'member', member, 'report', report, 'text', text) AS e FROM decision_objects WHERE decision = r.key ORDER BY position)) AS objects
FROM decision AS r JOIN identity AS i USING (key);
