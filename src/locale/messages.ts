// Written by `npm run locale` from src/locale/en; do not edit.
import type { Maybe, Text } from '../lib/ui/message.ts'

/** Every message: by domain, place and names, with what it says. */
export interface Messages {
  ballots: {
    letters: {
      greeting: (facts: { name?: Maybe }) => string
      sign: (facts: { group: Text }) => string
      opened: {
        subject: (facts: { title: Text; voter: Text }) => string
        text: (facts: { title: Text; voter: Text; closes: Text; link: Text }) => string
        points: (facts: { budget: Text }) => string
        ranks: string
        yesNo: string
        sealed: string
      }
      moved: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; beforeFrom: Text; beforeTo: Text; from: Text; to: Text; reason: Text; link: Text }) => string
      }
      remind: {
        subject: (facts: { voter: Text; title: Text }) => string
        text: (facts: { voter: Text; title: Text; closes: Text; link: Text }) => string
      }
      cast: {
        subject: (facts: { voter: Text; title: Text }) => string
        text: (facts: { by: Text; changed: boolean; voter: Text; closes: Text; link: Text }) => string
      }
      refused: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; problems: Text; link: Text }) => string
        late: string
        calledOff: string
        sender: string
        nothing: string
        notYours: string
        faults: (facts: { count: number }) => string
      }
      extended: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; from: Text; to: Text; reason: Text; link: Text }) => string
      }
      counted: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; link: Text }) => string
      }
      again: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; closes: Text; link: Text }) => string
      }
      referent: {
        subject: (facts: { organisation: Text }) => string
        text: (facts: { title: Text; opens: Text; organisation: Text; link: Text }) => string
      }
      poll: {
        subject: (facts: { voter: Text; title: Text }) => string
        text: (facts: { by: Text; voter: Text; closes: Text; note?: Maybe; link: Text }) => string
      }
      pollOver: {
        subject: (facts: { voter: Text }) => string
        text: (facts: { voter: Text; voices: number; link: Text }) => string
      }
      phase: {
        subject: (facts: { cycle: Text }) => string
        text: (facts: { cycle: Text; closes: Text; link: Text }) => string
      }
      wish: {
        accepted: {
          subject: (facts: { wish: Text }) => string
          text: (facts: { wish: Text; cycle: Text; link: Text }) => string
        }
        merged: {
          subject: (facts: { wish: Text }) => string
          text: (facts: { wish: Text; into: Text; reason?: Maybe; link: Text }) => string
        }
        setAside: {
          subject: (facts: { wish: Text }) => string
          text: (facts: { wish: Text; why: Text; reason: Text; link: Text }) => string
        }
        reasons: {
          exists: string
          roadmap: string
          bug: string
          other_product: string
          out_of_scope: string
        }
        reword: {
          subject: (facts: { wish: Text }) => string
          text: (facts: { wish: Text; title: Text; text: Text; why?: Maybe; link: Text }) => string
        }
      }
      stuck: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; why: Text; link: Text }) => string
      }
      costs: {
        subject: (facts: { cycle: Text }) => string
        text: (facts: { missing: number; cycle: Text; closes: Text; link: Text }) => string
      }
      nominated: {
        subject: (facts: { title: Text }) => string
        text: (facts: { by: Text; title: Text; until: Text; link: Text }) => string
      }
      elected: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; from: Text; link: Text }) => string
      }
      offered: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; link: Text }) => string
      }
      motion: {
        subject: (facts: { title: Text }) => string
        text: (facts: { question: Text; closes: Text; link: Text }) => string
        consent: string
      }
      objection: {
        subject: (facts: { title: Text }) => string
        text: (facts: { by: Text; title: Text; reason: Text; link: Text }) => string
      }
    }
    waiting: {
      consent: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      paper: {
        title: (facts: { title: Text; voter: Text }) => string
        meta: string
        button: string
      }
      triage: {
        title: (facts: { count: number; cycle: Text }) => string
        meta: string
        button: string
      }
      rewording: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      costing: {
        title: (facts: { count: number; cycle: Text }) => string
        meta: string
        button: string
      }
      seat: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
    }
    elections: {
      nominations: string
      until: string
      none: string
      states: {
        asked: string
        accepted: string
        declined: string
        withdrawn: string
      }
      by: (facts: { name: Text }) => string
      elected: string
      term: (facts: { to?: Maybe; from: Text }) => string
      notAppointed: string
      appointed: string
      next: string
      nextFor: string
      taken: string
      notWanted: string
      offered: string
    }
    cycles: {
      lead: string
      none: string
      wishes: (facts: { n: number }) => string
      to: string
      over: string
      toCome: string
      runs: string
      phasesOf: string
      phases: {
        submission: string
        triage: string
        round_one: string
        costing: string
        round_two: string
        commitment: string
      }
      zone: string
      goOn: (facts: { n: number; rule: Text }) => string
      upTo: (facts: { n: number; rule: Text }) => string
      budget: string
      rounds: string
      moved: string
      became: string
      theEnd: string
      wishesTitle: string
      noSubmission: string
      early: string
      late: string
      find: string
      words: string
      any: string
      wishStates: {
        submitted: string
        asked: string
        accepted: string
        merged: string
        set_aside: string
        withdrawn: string
      }
      reasons: {
        exists: string
        roadmap: string
        bug: string
        other_product: string
        out_of_scope: string
      }
      noWish: string
      merged: (facts: { n: number }) => string
      into: (facts: { title: Text }) => string
      consortia: string
      asOne: string
      apart: string
      memberCount: (facts: { n: number }) => string
    }
    pages: {
      title: string
      lead: string
      cycles: string
      kindsOf: string
      tabs: {
        all: string
        wishes: string
        election: string
        motion: string
      }
      none: string
      noneHow: string
      kinds: {
        wishes: string
        election: string
        motion: string
      }
      rehearsal: string
      closed: string
      closes: string
      calledOff: string
      calendar: string
      states: {
        preparing: string
        open: string
        closed: string
        counted: string
        thrown_away: string
        called_off: string
      }
      opensOn: (facts: { day: Text }) => string
      openUntil: (facts: { day: Text }) => string
      countedOn: (facts: { day: Text }) => string
      calledOffOn: (facts: { day: Text }) => string
      thrownAway: string
      result: string
      state: string
      turnout: string
      of: (facts: { n: Text; all: Text }) => string
      cast: (facts: { n: number; all: Text }) => string
      quorum: string
      says: string
      saysNothing: string
      forms: {
        points: string
        ranks: string
        yes_no: string
      }
      points: string
      atMost: (facts: { n: Text }) => string
      seats: string
      goOn: string
      capacity: string
      countedBy: string
      rules: {
        greedy: string
        'equal-shares': string
        'equal-shares-add1': string
        phragmen: string
        cstv: string
        'scottish-stv': string
        meek: string
        schulze: string
        score: string
      }
      ties: string
      tieRules: {
        lot: string
        seniority: string
        chair: string
      }
      seed: string
      secrecy: string
      secrecies: {
        anonymous: string
        public: string
      }
      whoVotes: string
      members: string
      institutions: (facts: { hosts: Text; product: Text; day: Text }) => string
      extensions: string
      fromTo: (facts: { from: Text; to: Text }) => string
      byItself: string
      laterCandidates: string
      laterOptions: string
      candidates: string
      onBallot: string
      canChange: string
      asVoted: string
      costs: (facts: { n: Text }) => string
      askedBy: (facts: { n: number }) => string
      more: string
      wouldBuild: string
      rehearsalCounts: string
      itself: string
    }
    rule: {
      title: string
      lead: string
      secrecy: string
      sealed: string
      untilClose: string
      how: {
        greedy: string
        'equal-shares': string
        'equal-shares-add1': string
        'scottish-stv': string
        score: string
      }
      promise: {
        greedy: string
        'equal-shares': string
        'equal-shares-add1': string
        'scottish-stv': string
        score: string
      }
    }
    results: {
      resultOf: (facts: { title: Text }) => string
      ballot: string
      closed: string
      chosenBy: (facts: { n: number; rule: Text }) => string
      result: string
      papers: string
      rehearsal: string
      of: (facts: { n: Text; all: Text }) => string
      cast: (facts: { share: Text }) => string
      points: string
      ties: (facts: { n: number }) => string
      extended: (facts: { reasons: Text }) => string
      steps: string
      stepCount: (facts: { n: number }) => string
      how: string
      recount: string
      nothing: string
      toVendor: string
      chosen: string
      noPaper: string
      costs: (facts: { n: Text }) => string
      gotPoints: (facts: { n: number }) => string
      gotPapers: (facts: { n: number }) => string
      promised: (facts: { n: number; year: Text }) => string
      all: string
      candidate: string
      wish: string
      pointsHead: string
      musts: string
      firsts: string
      variance: string
      outcome: string
      mustsMean: string
      theRule: string
      otherRules: string
      whoGot: string
      whoGotHow: string
      byRegion: string
      bySize: string
      byConsortium: string
      byArea: string
      area: string
      ofPoints: string
      noArea: string
      howFar: string
      howFarBars: string
      shares: string
      byInstitution: string
      institution: string
      onChosen: string
      blank: string
      broughtIn: string
      onBallot: string
      accounts: string
      couldVote: string
      counted: string
      blanks: string
      notCast: string
      notCountable: string
      changed: string
      late: string
      spoilt: string
      unreadable: string
      quorum: string
      check: string
      allPapers: string
      optionsCsv: string
      papersCsv: string
      allInOne: string
      again: string
      seed: string
      seedHash: string
      thePapers: string
      papersLead: (facts: { n: number }) => string
      nobodyCanTell: string
      find: string
      findIt: string
      receipt: string
      noReceipt: string
      isCounted: string
      went: (facts: { share: Text }) => string
      noPapers: string
      pointsFor: (facts: { n: Text; wish: Text }) => string
      choices: {
        yes: string
        no: string
        abstain: string
      }
      segments: {
        Europe: string
        'North America': string
        'Latin America': string
        'Asia and the Pacific': string
        Africa: string
        'Middle East': string
        Elsewhere: string
        Others: string
        'Small institutions': string
        'Medium institutions': string
        'Large institutions': string
        'Size not given': string
        'In no consortium': string
      }
    }
    overdue: {
      subject: (facts: { count: number }) => string
      text: (facts: { lines: Text }) => string
      since: (facts: { title: Text; since: Text; link: Text }) => string
    }
    callingOff: {
      subject: (facts: { title: Text }) => string
      text: (facts: { title: Text; reason: Text; link: Text }) => string
      papers: string
      stands: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; opens: Text; link: Text }) => string
      }
      note: string
      by: (facts: { name: Text }) => string
      anew: string
      instead: string
      theOne: string
    }
  }
}
