// Written by `npm run locale` from src/locale/en; do not edit.
import type { Maybe, Text } from '../lib/ui/message.ts'

/** Every message: by domain, place and names, with what it says. */
export interface Messages {
  advocacy: {
    letters: {
      handed: {
        subject: (facts: { group: Text; title: Text }) => string
        text: (facts: { name: Text; group: Text; title: Text; count: number; due: Text; note: Text; requests: Text; link: Text }) => string
        how: string
      }
      due: {
        subject: (facts: { count: number; due: Text }) => string
        text: (facts: { name: Text; group: Text; title: Text; due: Text; requests: Text; link: Text }) => string
      }
      received: {
        subject: (facts: { counts: number; open: number }) => string
        text: (facts: { name: Text; title: Text; lines: Text; link: Text }) => string
        refused: (facts: { name: Text; title: Text; why: Text; link: Text }) => string
        refusedSubject: string
        noAnswer: string
        wrongSender: (facts: { from: Text }) => string
      }
      asked: {
        subject: (facts: { title: Text }) => string
        text: (facts: { name: Text; asker: Text; title: Text; question: Text; link: Text }) => string
        someone: string
      }
      told: {
        subject: (facts: { title: Text }) => string
        text: (facts: { name: Text; title: Text; question: Text; answer: Text; link: Text }) => string
      }
      answered: {
        subject: (facts: { answered: Text; of: Text; title: Text }) => string
        text: (facts: { name: Text; title: Text; lines: Text; open: Text; link: Text; telling: Text }) => string
        stillOpen: (facts: { lines: Text }) => string
      }
      late: {
        subject: (facts: { count: number }) => string
        text: (facts: { name: Text; lines: Text; link: Text }) => string
      }
      invited: {
        subject: (facts: { group: Text }) => string
        text: (facts: { name: Text; group: Text; link: Text }) => string
      }
      withdrawn: {
        subject: (facts: { title: Text }) => string
        text: (facts: { name: Text; title: Text; requests: Text; link: Text }) => string
      }
      request: (facts: { id: Text; title: Text }) => string
    }
    pages: {
      classes: {
        planned: string
        in_discovery: string
        declined: string
        exists: string
        needs_information: string
        not_product: string
      }
      forRelease: (facts: { release: Text }) => string
      verdicts: {
        full: string
        partly: string
        no: string
      }
      readers: {
        group: string
        subscribers: string
        public: string
      }
      request: (facts: { n: Text }) => string
      way: {
        messages: (facts: { n: number }) => string
        cases: (facts: { n: number }) => string
        request: string
        concern: string
        ballot: string
        voting: {
          round_one: string
          round_two: string
        }
        won: {
          round_one: string
          round_two: string
        }
        notChosen: {
          round_one: string
          round_two: string
        }
        handed: string
        since: (facts: { day: Text }) => string
        late: (facts: { day: Text }) => string
        asked: string
        answer: string
        commitment: string
        dropped: string
        points: (facts: { n: number; year: Text }) => string
        states: {
          committed: string
          delivered: string
          dropped: string
          carried: string
        }
        release: string
        toCheck: string
        verdicts: {
          full: string
          partly: string
          no: string
        }
        told: string
      }
      answers: {
        title: string
        lead: string
        narrow: string
        words: string
        answer: string
        all: string
        which: string
        newest: string
        earlier: string
        none: string
        otherWords: string
        appear: string
        list: string
        nextReview: string
        given: string
        by: string
        how: string
        doors: {
          web: string
          mail: string
          sheet: string
          call: string
          meeting: string
          portal: string
          import: string
        }
        review: string
        cost: string
        link: string
        ownPage: string
        mayRead: string
        from: string
        newer: string
        portal: string
        others: string
      }
      commitment: {
        for: string
        state: string
        states: {
          committed: string
          delivered: string
          dropped: string
          carried: string
          late: string
        }
        points: string
        year: string
        product: string
        chosenIn: string
        option: (facts: { n: Text }) => string
        due: string
        settled: string
        reason: string
        carries: string
        earlier: string
      }
      delivery: {
        lead: string
        again: string
      }
    }
    waiting: {
      questions: {
        title: (facts: { count: number; vendor: Text; title: Text }) => string
        meta: string
        button: string
      }
      late: {
        title: (facts: { count: number; title: Text; vendor: Text }) => string
        meta: (facts: { day: Text }) => string
        button: string
      }
      deliveries: {
        title: (facts: { count: number; title: Text }) => string
        meta: (facts: { release: Text }) => string
        button: string
      }
      winners: {
        title: (facts: { count: number; ballot: Text }) => string
        meta: string
        button: string
      }
      untold: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      reviews: {
        title: (facts: { count: number; title: Text }) => string
        meta: (facts: { day: Text }) => string
        button: string
      }
      submission: {
        title: (facts: { open: number; title: Text }) => string
        meta: (facts: { answered: Text; items: Text; day: Text }) => string
        button: string
      }
    }
    telling: {
      subject: (facts: { title: Text }) => string
      subjects: (facts: { count: Text }) => string
      weekly: string
      hello: (facts: { name: Text }) => string
      case: (facts: { day: Text }) => string
      voice: (facts: { day: Text }) => string
      support: (facts: { day: Text }) => string
      about: (facts: { title: Text }) => string
      answers: {
        planned: (facts: { release?: Maybe }) => string
        in_discovery: string
        declined: string
        exists: string
        needs_information: string
        not_product: string
      }
      why: (facts: { reason: Text }) => string
      commitment: (facts: { points: number; year: Text }) => string
      dropped: string
      delivery: (facts: { release: Text }) => string
      full: (facts: { release: Text }) => string
      partly: (facts: { release: Text }) => string
      no: (facts: { release: Text }) => string
      request: string
      message: string
      choose: string
      page: {
        title: string
        lead: string
        choice: string
        each: string
        weekly: string
        never: string
        save: string
        saved: string
      }
    }
  }
  archive: {
    pages: {
      threads: (facts: { list: Text }) => string
      messages: (facts: { count: number }) => string
      people: (facts: { count: number }) => string
      inMonth: (facts: { messages: Text }) => string
      inArchive: (facts: { messages: Text }) => string
      by: (facts: { messages: Text; people: Text }) => string
      until: string
      more: (facts: { count: number }) => string
      fresh: (facts: { count: number }) => string
      sinceVisit: (facts: { count: number }) => string
      new: string
      all: string
      threadList: string
      about: string
      byMonth: string
      feed: string
      mbox: string
      mboxMonth: string
      mboxAll: string
      none: string
      noneYet: string
      gone: string
      view: string
      tree: string
      byDate: string
      institutions: string
      last: string
      list: string
      messageOf: (facts: { name: Text }) => string
      reply: string
      replyTo: (facts: { name: Text }) => string
      html: string
      raw: string
      takeOut: string
      takeOutOf: (facts: { name: Text }) => string
      quoted: (facts: { count: number }) => string
      inThread: string
      variant: (facts: { number: Text; of: Text }) => string
      defects: string
      answer: string
      send: string
      goesOut: string
      removed: {
        person: (facts: { by?: Maybe }) => string
        message: (facts: { by?: Maybe }) => string
        words: (facts: { by?: Maybe }) => string
        attachment: (facts: { by?: Maybe }) => string
      }
      userCase: string
      request: (facts: { id: Text }) => string
      stages: {
        gathering: string
        ready: string
        submitted: string
        answered: string
        committed: string
        delivered: string
        accepted: string
        set_aside: string
        merged: string
      }
      capture: string
      captureOf: (facts: { name: Text }) => string
      story: string
      storyOf: (facts: { name: Text }) => string
      talk: string
      talkOf: (facts: { name: Text }) => string
    }
  }
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
  charter: {
    measures: {
      every: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      over: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      atLeast: (facts: { target: Text; n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      fresh: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      share: (facts: { target: Text }) => string
      attendance: (facts: { target: Text; who: Text }) => string
      formal: string
      ofRole: (facts: { role: Text }) => string
      seat: (facts: { target: Text; role: Text }) => string
      wait: string
      there: (facts: { target: number; role?: Maybe }) => string
      ofSeries: (facts: { title: Text }) => string
      grace: (facts: { days: number }) => string
      role: (facts: { role: string }) => string
    }
    findings: {
      states: {
        kept: string
        at_risk: string
        not_kept: string
        waiting: string
        waived: string
        not_measured: string
        too_early: string
        before: string
      }
      title: string
      standsIn: string
      clauseBefore: string
      clauseAfter: string
      records: {
        label: string
        none: string
        yes: string
        no: string
        to: (facts: { day: Text }) => string
        due: (facts: { day: Text }) => string
        hidden: (facts: { n: number }) => string
        where: string
        time: string
        months: string
        measuredBy: string
        unmeasured: string
        waivers: string
        neverWaived: string
        endedEarly: string
        elsewhere: string
        links: string
        recordedBy: (facts: { name: Text }) => string
      }
      named: (facts: { what: Text; rest: Text }) => string
      ofSince: (facts: { n: Text; of: Text; day: Text }) => string
      of: (facts: { n: Text; of: Text }) => string
      since: (facts: { n: Text; day: Text }) => string
      share: (facts: { share: Text; n: Text; of: Text }) => string
      newest: (facts: { day: Text }) => string
      due: (facts: { day: Text }) => string
      overdue: (facts: { day: Text }) => string
      late: (facts: { n: Text; day: Text }) => string
      inTime: (facts: { n: Text; of: Text }) => string
      onRecord: string
      nothing: string
      vacantSince: (facts: { day: Text }) => string
      endsOn: (facts: { day: Text }) => string
      until: (facts: { day: Text }) => string
      goal: (facts: { n: Text }) => string
      subjects: {
        meetings: string
        talks: string
        events: string
        news: string
        contributions: string
        documents: string
        stories: string
        ideas: string
        concerns: string
        user_cases: string
        messages: string
        newcomers: string
        briefs: string
        answers: string
        told: string
        vendor_contact: string
        ballots: string
        decisions: string
        releases: string
        letters: string
        attested: string
        threads_answered: string
        answers_with_reason: string
        minutes_approved: string
        present: string
        members_at_stage: string
        championed: string
        with_basis: string
        documents_current: string
        actions_done: string
        seats: string
        formal_seats: string
        vendor_answers: string
        commitments: string
        founding: string
        list_open: string
        list_hosts: string
        list_page: string
        list_vetted: string
        register: string
        role_address: string
        roster: string
        past_members: string
        public_pages: string
      }
      letter: {
        subject: (facts: { group: Text; changes: number }) => string
        line: (facts: { clause: Text; before: Text; now: Text }) => string
        text: (facts: { name: Text; group: Text; lines: Text; link: Text }) => string
      }
    }
    clauses: {
      charter: string
      of: (facts: { group: Text }) => string
      none: string
      noneMore: string
      groups: string
      kinds: {
        purpose: string
        objective: string
        composition: string
        activity: string
        duty: string
        role: string
        meeting: string
        list: string
        web: string
      }
      inForce: (facts: { day: Text }) => string
      coming: (facts: { day: Text }) => string
      superseded: (facts: { day: Text }) => string
      current: string
      draft: string
      version: (facts: { n: Text }) => string
      versions: string
      adoptedBy: string
      decision: (facts: { n: Text }) => string
      review: string
      compareTerm: string
      compare: string
      download: string
      kept: string
      changed: {
        same: string
        changed: string
        added: string
        removed: string
        moved: string
      }
      compared: (facts: { a: Text; b: Text }) => string
      unchanged: (facts: { n: number }) => string
      noChange: string
      before: string
      after: string
      missing: {
        founded: string
        vacant: string
        cadence: string
        meeting: string
        day: string
        address: string
      }
      members: (facts: { n: number }) => string
      roster: string
      every: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      months: (facts: { n: number }) => string
      letter: {
        subject: (facts: { group: Text; day: Text }) => string
        text: (facts: { name: Text; group: Text; day: Text; link: Text }) => string
        lateSubject: (facts: { group: Text }) => string
        lateText: (facts: { name: Text; group: Text; day: Text; link: Text }) => string
      }
    }
  }
  correspondence: {
    letters: {
      notSentSubject: (facts: { address: Text }) => string
      notSentText: (facts: { address: Text }) => string
      lateSubject: (facts: { ours: boolean; who: Text }) => string
      lateText: (facts: { name: Text; ours: boolean; who: Text; subject: Text; link: Text }) => string
    }
  }
  documents: {
    pages: {
      documents: string
      lead: string
      none: string
      noneYet: string
      categories: {
        minutes: string
        report: string
        other: string
        key: string
      }
      what: string
      of: string
      date: string
      version: (facts: { number: Text }) => string
      approved: (facts: { day: Text }) => string
      decision: (facts: { number: Text }) => string
      meeting: string
      owner: string
      address: string
      versions: string
      changes: string
      beside: string
      inline: string
      from: string
      to: string
      same: string
      download: string
      asFile: string
      preview: string
      noPreview: string
      reading: string
      archived: string
      earlier: (facts: { number: Text }) => string
      removed: string
      which: string
      all: string
      words: string
      owners: {
        coordinator: string
        deputy: string
        liaison: string
        moderator: string
        member: string
        steering: string
      }
      subject: (facts: { count: number }) => string
      dueOn: (facts: { day: Text }) => string
      wasDue: (facts: { day: Text }) => string
      letter: (facts: { name: Text; lines: Text; link: Text }) => string
    }
  }
  edges: {
    gate: {
      notTaken: {
        subject: string
        'not theirs': (facts: { from: Text; link: Text }) => string
        'not proven': (facts: { from: Text; link: Text }) => string
      }
      notYours: {
        subject: string
        text: (facts: { link: Text }) => string
      }
    }
    parked: {
      subject: (facts: { count: number }) => string
      text: (facts: { count: number; link: Text }) => string
    }
    unavailable: {
      title: string
      why: string
      form: string
      page: string
      trouble: string
      mistake: string
    }
    errors: {
      notFound: string
      notPossible: string
      faster: string
      lookAgain: string
      noPage: string
      toFirst: string
      signIn: string
    }
  }
  events: {
    letters: {
      hello: (facts: { name: Text }) => string
      expected: (facts: { title: Text; days: Text }) => string
      openExpected: (facts: { host: Text }) => string
      moved: (facts: { title: Text; days: Text }) => string
      openMoved: string
      cancelled: (facts: { title: Text }) => string
      openCancelled: string
      reason: (facts: { reason: Text }) => string
      where: (facts: { place: Text }) => string
      online: string
      answer: (facts: { link: Text }) => string
      page: (facts: { link: Text }) => string
      accepted: (facts: { title: Text }) => string
      waiting: (facts: { title: Text }) => string
      declined: (facts: { title: Text }) => string
      openAccepted: (facts: { title: Text; event: Text }) => string
      openWaiting: (facts: { title: Text; event: Text }) => string
      openDeclined: (facts: { title: Text; event: Text }) => string
      placed: (facts: { title: Text; when: Text }) => string
      openPlaced: (facts: { event: Text }) => string
      gap: (facts: { title: Text }) => string
      openGap: (facts: { who: Text; title: Text; event: Text }) => string
    }
    pages: {
      name: string
      lead: string
      feed: string
      which: string
      coming: string
      past: string
      kind: string
      anyKind: string
      year: string
      anyYear: string
      noneComing: string
      nonePast: string
      when: string
      where: string
      online: string
      alsoOnline: (facts: { place: Text }) => string
      website: string
      host: string
      calendar: string
      cancelled: string
      program: string
      noProgram: string
      presented: string
      presents: string
      slides: string
      more: string
      talk: (facts: { title: Text }) => string
      call: string
      callOpen: (facts: { day: Text }) => string
      callSoon: (facts: { day: Text }) => string
      callClosed: (facts: { day: Text }) => string
      propose: string
      proposeWho: string
      kinds: {
        conference: string
        vendor_meeting: string
        user_group_call: string
        workshop: string
        other: string
      }
      roles: {
        speaker: string
        chair: string
        panel: string
        host: string
      }
    }
    waiting: {
      reviews: {
        title: (facts: { count: number; event: Text }) => string
        meta: string
        button: string
      }
      unplaced: {
        title: (facts: { count: number; event: Text }) => string
        meta: string
        button: string
      }
      coming: {
        title: (facts: { event: Text }) => string
        meta: string
        button: string
      }
      presence: {
        title: (facts: { event: Text }) => string
        meta: string
        button: string
      }
    }
  }
  files: {
    scan: {
      subject: (facts: { name: Text }) => string
      text: (facts: { name: Text; found: Text; files: Text }) => string
      by: (facts: { name: Text; who: Text }) => string
      program: string
    }
  }
  groups: {
    handover: {
      preparedSubject: (facts: { group: Text }) => string
      preparedText: (facts: { name: Text; giver: Text; taker: Text; group: Text; link: Text }) => string
      doneSubject: (facts: { group: Text }) => string
      doneText: (facts: { name: Text; giver: Text; taker: Text; group: Text; actions: number; link: Text }) => string
    }
    tasks: {
      subject: (facts: { count: number }) => string
      due: (facts: { day: Text }) => string
      late: (facts: { day: Text }) => string
      text: (facts: { name: Text; lines: Text; how: Text; link: Text }) => string
      how: (facts: { count: number }) => string
      answeredSubject: string
      answered: (facts: { name: Text; lines: Text }) => string
      done: string
      dropped: string
      settled: string
      moved: (facts: { day: Text }) => string
      unclearSubject: string
      unclear: (facts: { name: Text; problem: Text; lines: Text; how: Text }) => string
      problems: {
        nothing: string
        which: string
        number: string
        past: string
        reason: string
      }
    }
    referents: {
      namedSubject: (facts: { organisation: Text }) => string
      namedText: (facts: { name: Text; organisation: Text; who: Text; community: Text; link: Text }) => string
      confirmedSubject: (facts: { organisation: Text }) => string
      confirmedText: (facts: { name: Text; community: Text; who: Text; organisation: Text; day: Text }) => string
      refusedSubject: (facts: { organisation: Text }) => string
      refusedText: (facts: { name: Text; community: Text; who: Text; organisation: Text; reason: Text }) => string
    }
    terms: {
      roles: {
        coordinator: string
        deputy: string
        liaison: string
        member: string
        moderator: string
        steering: string
      }
      subject: (facts: { group: Text; day: Text }) => string
      text: (facts: { name: Text; role: Text; group: Text; day: Text; link: Text }) => string
      leadSubject: (facts: { group: Text; name: Text; day: Text }) => string
      leadText: (facts: { name: Text; who: Text; role: Text; group: Text; day: Text; link: Text }) => string
    }
    roster: {
      title: string
      asOf: string
      another: string
      on: string
      none: string
      vacant: string
      before: (facts: { count: Text }) => string
      beforeOf: (facts: { group: Text }) => string
      edit: string
      to: string
      since: string
      roles: {
        coordinator: string
        deputy: string
        liaison: string
        member: string
        moderator: string
      }
    }
  }
  lib: {
    chrome: {
      skip: string
      menu: string
      search: string
      searchHint: string
      notice: string
      signIn: string
      signOut: string
      signedInAs: string
      settings: string
      siteNavigation: string
      groupNavigation: string
      pages: string
      newer: string
      older: string
      first: string
      previous: string
      next: string
      page: (facts: { number: Text }) => string
      show: string
      cancel: string
      optional: string
      required: string
      choose: string
      problems: (facts: { count: number }) => string
      keys: {
        title: string
        search: string
        next: string
        previous: string
        open: string
        help: string
        close: string
        setting: string
        off: string
      }
      quoted: (facts: { lines: number }) => string
      signature: string
      cut: (facts: { more: Text }) => string
      missing: string
      chain: string
      inMonths: (facts: { total: Text; months: Text }) => string
      placed: (facts: { time: Text; city: Text }) => string
      forYou: (facts: { time: Text }) => string
      remote: (facts: { count: number }) => string
    }
    forms: {
      again: string
      missing: string
      invalid: string
      notOffered: string
      tooSmall: {
        text: (facts: { n: number }) => string
        choices: (facts: { n: number }) => string
        number: (facts: { n: Text }) => string
      }
      tooBig: {
        text: (facts: { n: number }) => string
        choices: (facts: { n: number }) => string
        number: (facts: { n: Text }) => string
      }
      format: {
        email: string
        url: string
        date: string
        time: string
        number: string
        other: string
      }
    }
  }
  list: {
    membershipMail: {
      subject: (facts: { list: Text; counts: Text }) => string
      text: (facts: { list: Text; changes: Text; link: Text }) => string
      joined: string
      left: string
      takenOff: string
      joinedCount: (facts: { people: number }) => string
      leftCount: (facts: { people: number }) => string
      more: (facts: { people: number }) => string
    }
    letters: {
      greeting: (facts: { name?: Maybe }) => string
      sign: (facts: { list: Text }) => string
      confirmJoin: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; link: Text }) => string
      }
      alreadyJoined: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; link: Text }) => string
      }
      waiting: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; link: Text }) => string
      }
      welcome: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; address: Text; archive: Text; leave: Text }) => string
      }
      rejected: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; reason?: Maybe }) => string
      }
      confirmLeave: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; link: Text }) => string
      }
      notJoined: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text }) => string
      }
      left: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; link: Text }) => string
      }
      joinForModerators: {
        subject: (facts: { list: Text; who: Text }) => string
        text: (facts: { who: Text; list: Text; link: Text }) => string
      }
      help: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; post: Text; subscribe: Text; unsubscribe: Text; owner: Text; request: Text; page: Text }) => string
      }
    }
    bounces: {
      probe: {
        subject: (facts: { list: Text }) => string
        text: (facts: { name: Text; list: Text; link: Text }) => string
      }
      incident: {
        subject: (facts: { list: Text; count: Text }) => string
        text: (facts: { count: Text; list: Text; what: Text; said: Text; link: Text }) => string
        post: (facts: { subject: Text }) => string
        domain: (facts: { domain: Text }) => string
      }
    }
    moderation: {
      heldForAuthor: {
        subject: (facts: { subject: Text }) => string
        text: (facts: { subject: Text; list: Text; reason: Text }) => string
      }
      rejectedPost: {
        subject: (facts: { subject: Text }) => string
        text: (facts: { subject: Text; list: Text; reason?: Maybe }) => string
      }
      heldForModerators: {
        subject: (facts: { list: Text; subject: Text }) => string
        text: (facts: { list: Text; from: Text; subject: Text; reason: Text; link: Text; key: Text }) => string
      }
      heldExpired: {
        subject: (facts: { subject: Text }) => string
        text: (facts: { subject: Text; list: Text; days: Text }) => string
      }
      heldReminder: {
        subject: (facts: { list: Text; count: Text }) => string
        text: (facts: { list: Text; mails: Text; link: Text; days: Text }) => string
      }
      unclear: {
        subject: (facts: { subject: Text }) => string
        text: (facts: { subject: Text; link: Text }) => string
      }
      decidedBefore: {
        subject: (facts: { subject: Text }) => string
        text: (facts: { subject: Text }) => string
      }
      reasons: {
        'not-subscribed': string
        'dmarc-fails': string
        'dmarc-unknown': string
        'not-proven': string
        'several-authors': string
        'no-from': string
        'too-large': string
        automatic: string
        imported: string
        writer: string
        banned: string
        emergency: string
        spam: string
        header: string
        'first-posts': string
        suspicious: string
        'many-recipients': string
        implicit: string
        administrivia: string
        attachments: string
      }
    }
    vetting: {
      title: (facts: { list: Text }) => string
      states: {
        unconfirmed: string
        waiting: string
        approved: string
        rejected: string
        expired: string
      }
      asked: string
      confirmed: string
      decided: string
      reason: string
      answers: string
      question: string
      given: string
      staffPage: string
      staffPageHint: string
      colleague: string
      colleagueHint: string
      note: string
      add: string
      deleted: string
      added: string
      stated: string
      statedNothing: string
      bySignOn: string
      bySignOnHint: string
      vouched: (facts: { email: Text }) => string
      vouch: {
        subject: (facts: { name: Text }) => string
        text: (facts: { name: Text; email: Text; list: Text; link: Text }) => string
        title: (facts: { name: Text }) => string
        lead: (facts: { name: Text; email: Text; list: Text }) => string
        at: string
        yes: string
        no: string
        thanks: string
        settled: string
        settledText: string
      }
      more: {
        subject: (facts: { list: Text }) => string
        text: (facts: { question: Text; link: Text }) => string
      }
    }
    digests: {
      subject: (facts: { list: Text; volume: Text; number: Text }) => string
      rest: (facts: { list: Text }) => string
      masthead: (facts: { list: Text; address: Text; settings: Text; leave: Text }) => string
      contents: string
      fileLeftOut: string
      end: (facts: { list: Text }) => string
      weekly: (facts: { list: Text }) => string
      weeklyLead: (facts: { posts: number; threads: number; list: Text }) => string
      said: (facts: { posts: number; people: Text }) => string
      more: (facts: { threads: number }) => string
      archive: string
      foot: (facts: { settings: Text; leave: Text }) => string
    }
    lateDigests: {
      subject: string
      text: (facts: { lists: Text; link: Text }) => string
    }
    pages: {
      lists: string
      noLists: string
      counts: (facts: { subscribers: number; threads: number }) => string
      newestOf: string
      onIt: string
      read: string
      newest: string
      all: string
      messages: (facts: { count: number }) => string
      address: string
      subscribers: string
      archive: string
      joining: string
      archives: {
        public: string
        subscribers: string
        group: string
      }
      policies: {
        open: string
        confirm: string
        vetted: string
        closed: string
      }
      how: {
        open: string
        confirm: string
        vetted: string
      }
      subscribed: (facts: { address: Text }) => string
      mine: string
      closed: string
      join: (facts: { list: Text }) => string
      name: string
      email: string
      ask: string
      agree: string
      notice: string
      joinSignedIn: string
      byMail: (facts: { address: Text }) => string
      look: string
      sent: (facts: { email: Text }) => string
      back: (facts: { list: Text }) => string
      confirmTitle: (facts: { list: Text }) => string
      confirm: string
      joinedTitle: (facts: { list: Text }) => string
      joined: (facts: { email: Text }) => string
      waitsTitle: string
      waits: (facts: { list: Text }) => string
      rejected: (facts: { list: Text }) => string
      outdatedTitle: string
      outdated: string
      leaveTitle: (facts: { list: Text }) => string
      leave: string
      leftTitle: (facts: { list: Text }) => string
      left: (facts: { email: Text }) => string
      comeBack: (facts: { list: Text }) => string
    }
    members: {
      subject: (facts: { list: Text }) => string
      text: (facts: { list: Text; reason?: Maybe; page: Text }) => string
    }
    invitations: {
      subject: (facts: { inviter: Text; list: Text }) => string
      text: (facts: { inviter: Text; list: Text; description?: Maybe; words?: Maybe; link: Text }) => string
      title: (facts: { list: Text }) => string
      lead: (facts: { inviter: Text; email: Text }) => string
      writes: (facts: { inviter: Text }) => string
      accept: string
      decline: string
      accepted: (facts: { list: Text }) => string
      acceptedLead: (facts: { email: Text }) => string
      declined: string
      declinedTitle: string
      over: string
      overLead: string
    }
    volunteers: {
      closedSubject: (facts: { group: Text; offers: number }) => string
      closedText: (facts: { name: Text; link: Text }) => string
      decidedSubject: (facts: { group: Text }) => string
      appointed: (facts: { name: Text; group: Text; day: Text; link: Text }) => string
      runner_up: (facts: { name: Text; group: Text; link: Text }) => string
      declined: (facts: { name: Text; group: Text; link: Text }) => string
    }
    commands: {
      results: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; results: Text }) => string
      }
      confirm: {
        subject: (facts: { list: Text }) => string
        text: (facts: { list: Text; commands: Text; link: Text }) => string
      }
      title: (facts: { list: Text }) => string
      yes: string
      changed: string
      notUnderstood: string
      done: string
      notOnList: string
      alreadyOn: string
      closed: string
      asked: string
      joined: string
      badDay: string
      info: (facts: { title: Text; description?: Maybe; subscribers: number; policy: Text }) => string
      receiving: {
        each: string
        mime_digest: string
        plain_digest: string
        weekly: string
        none: string
      }
      settings: (facts: { receiving: Text; address: Text }) => string
      pausedUntil: (facts: { day: Text }) => string
      ownPosts: (facts: { on: boolean }) => string
      whenAddressed: (facts: { on: boolean }) => string
      onlyTopics: (facts: { on: boolean }) => string
      follows: (facts: { topics: Text }) => string
      mutes: (facts: { topics: Text }) => string
    }
  }
  meetings: {
    letters: {
      invited: (facts: { title: Text; when: Text }) => string
      changed: (facts: { title: Text; when: Text }) => string
      cancelled: (facts: { title: Text; when: Text }) => string
      several: (facts: { host: Text; count: Text }) => string
      hello: (facts: { name: Text }) => string
      openInvited: (facts: { host: Text }) => string
      openChanged: string
      openCancelled: string
      openSeveral: (facts: { host: Text }) => string
      forYou: (facts: { when: Text }) => string
      there: (facts: { when: Text; city: Text }) => string
      place: (facts: { place: Text }) => string
      reason: (facts: { reason: Text }) => string
      off: string
      answer: (facts: { link: Text }) => string
      page: (facts: { link: Text }) => string
      shifted: (facts: { minutes: Text; day?: Maybe; later: boolean }) => string
      reminder: (facts: { title: Text; when: Text }) => string
      openReminder: string
      agenda: (facts: { title: Text; when: Text }) => string
      openAgenda: string
      internal: string
      boxed: (facts: { minutes: number }) => string
      addItem: (facts: { link: Text }) => string
      itemTaken: (facts: { title: Text }) => string
      itemAdded: (facts: { item: Text }) => string
      itemProposed: (facts: { item: Text }) => string
      decisionsDue: (facts: { count: number }) => string
      openDecisions: string
      minutes: (facts: { title: Text; when: Text }) => string
      openMinutes: (facts: { day: Text }) => string
      correct: (facts: { link: Text }) => string
      published: (facts: { title: Text; when: Text }) => string
      openPublished: string
      pollSubject: (facts: { title: Text }) => string
      openPoll: (facts: { host: Text; day: Text }) => string
    }
    pages: {
      title: string
      arrange: string
      findDate: string
      which: string
      toCome: string
      past: string
      none: string
      noneYet: string
      only: (facts: { series: Text }) => string
      showAll: string
      pages: string
      before: string
      more: string
      states: {
        cancelled: string
        approved: string
        circulated: string
        draft: string
      }
      and: string
      series: {
        title: string
        add: string
        none: string
        ended: string
        hasEnded: string
        howOften: string
        when: string
        howLong: string
        goesOn: string
        until: (facts: { day: Text }) => string
        open: string
        allPast: string
        weeks: (facts: { n: number }) => string
        months: (facts: { n: number }) => string
        nth: (facts: { nth: number; weekday: Text }) => string
        at: (facts: { day: Text; time: Text; city: Text }) => string
      }
      latest: string
      calendar: {
        title: string
        all: string
        own: string
        noOwn: string
        make: string
        again: string
        takeBack: string
      }
      decisions: string
      attendance: string
      agenda: string
      noAgenda: string
      minutesLong: (facts: { n: Text }) => string
      inside: string
      minutes: string
      where: string
      until: string
      program: string
      recording: string
      watch: string
      file: string
      pdf: string
      off: string
      clocks: (facts: { day?: Maybe; length: Text; later: boolean }) => string
      doYouCome: string
      yourAnswer: (facts: { answer: Text }) => string
      answers: {
        'needs-action': string
        accepted: string
        declined: string
        tentative: string
      }
      word: string
      come: string
      perhaps: string
      notCome: string
      over: string
      thePage: string
      register: {
        count: (facts: { n: number }) => string
        filter: string
        which: string
        all: string
        standing: string
        review: string
        superseded: string
        words: string
        none: string
        noneYet: string
        how: string
        newer: string
        older: string
        supersededBy: (facts: { n: Text }) => string
        lookAgain: (facts: { day: Text }) => string
        decision: (facts: { n: Text }) => string
        decidedOn: string
        at: string
        from: string
        itsPage: string
        vote: string
        votes: (facts: { yes: Text; no: Text; abstained: Text }) => string
        lookAgainOn: string
        by: string
        placeOf: string
      }
    }
  }
  news: {
    pages: {
      news: string
      lead: string
      issues: string
      issueList: string
      issueLead: string
      latest: string
      read: string
      items: string
      none: string
      noneFits: string
      year: string
      area: string
      everyYear: string
      everyArea: string
      search: string
      filter: string
      by: (facts: { name: Text }) => string
      corrections: string
      withdrawnOn: (facts: { day: Text }) => string
      tellsOf: string
      inIssues: string
      number: (facts: { n: number }) => string
      period: (facts: { from: Text; to: Text }) => string
      inNumbers: string
      source: string
      sourceOf: (facts: { text: Text }) => string
      pdf: string
      newer: string
      older: string
      noIssues: string
      mailed: string
      inThread: (facts: { list: Text }) => string
      online: string
      more: string
    }
    troubles: {
      subject: (facts: { title: Text }) => string
      text: (facts: { name: Text; title: Text; why: Text; link: Text }) => string
    }
    compose: {
      sections: {
        requests: string
        vote: string
        vendor: string
        group: string
        list: string
        people: string
      }
      ideas: (facts: { n: number }) => string
      concerns: (facts: { n: number }) => string
      merged: (facts: { n: number }) => string
      setAside: (facts: { n: number }) => string
      cases: (facts: { n: number }) => string
      story: (facts: { title: Text }) => string
      submitted: (facts: { n: number; cycle: Text }) => string
      wishesMerged: (facts: { n: number }) => string
      wishesSetAside: (facts: { n: number }) => string
      exists: (facts: { n: number }) => string
      options: (facts: { n: number; title: Text }) => string
      papers: (facts: { n: number; title: Text }) => string
      points: (facts: { n: number; title: Text }) => string
      top: (facts: { n: number; titles: Text }) => string
      answers: (facts: { n: number; vendor: Text }) => string
      ofThem: (facts: { list: Text }) => string
      classes: {
        planned: (facts: { n: number }) => string
        in_discovery: (facts: { n: number }) => string
        declined: (facts: { n: number }) => string
        exists: (facts: { n: number }) => string
        needs_information: (facts: { n: number }) => string
        not_product: (facts: { n: number }) => string
      }
      commitments: (facts: { n: number; vendor: Text; points: number }) => string
      release: (facts: { n: number; name: Text }) => string
      accepted: (facts: { n: number }) => string
      reopened: (facts: { n: number }) => string
      meeting: (facts: { title: Text; day: Text; present: number }) => string
      decision: (facts: { n: Text; text: Text }) => string
      talk: (facts: { title: Text }) => string
      event: (facts: { title: Text; day: Text; place?: Maybe }) => string
      document: (facts: { title: Text; n: number }) => string
      messages: (facts: { n: number; threads: number; list: Text }) => string
      newcomers: (facts: { n: number; list: Text }) => string
      joined: (facts: { n: number; list: Text }) => string
      began: (facts: { names: Text }) => string
      ended: (facts: { names: Text }) => string
      labels: {
        ideas: (facts: { n: number }) => string
        concerns: (facts: { n: number }) => string
        merged: (facts: { n: number }) => string
        cases: (facts: { n: number }) => string
        submitted: (facts: { n: number }) => string
        options: (facts: { n: number }) => string
        papers: (facts: { n: number }) => string
        points: (facts: { n: number }) => string
        answers: (facts: { n: number }) => string
        commitments: (facts: { n: number }) => string
        accepted: (facts: { n: number }) => string
        messages: (facts: { n: number }) => string
        newcomers: (facts: { n: number }) => string
      }
    }
    waiting: {
      trouble: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      ready: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      due: {
        title: string
        meta: (facts: { days: number; group: Text }) => string
        button: string
      }
      dueBegun: {
        title: string
        meta: (facts: { days: number; group: Text }) => string
        button: string
      }
      failed: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      imported: {
        title: string
        meta: string
        button: string
      }
    }
  }
  operations: {
    watch: {
      subject: (facts: { what: Text }) => string
      allOver: string
      over: (facts: { what: Text }) => string
      text: (facts: { name: Text; lines: Text }) => string
      inbound: (facts: { n: Text }) => string
      outbox: (facts: { n: Text }) => string
      jobs: (facts: { n: Text }) => string
      failing: (facts: { n: Text }) => string
      journal: (facts: { n: Text }) => string
      search: (facts: { n: Text }) => string
      scanner: (facts: { n: Text }) => string
      webhooks: (facts: { n: Text }) => string
      backup: (facts: { n: Text }) => string
      news: (facts: { n: Text }) => string
      disk: (facts: { n: Text }) => string
      diskLow: (facts: { n: Text }) => string
      wal: (facts: { n: Text }) => string
      inboundName: string
      outboxName: string
      jobsName: string
      failingName: string
      journalName: string
      searchName: string
      scannerName: string
      webhooksName: string
      backupName: string
      newsName: string
      diskName: string
      diskLowName: string
      walName: string
    }
    relay: {
      subject: string
      text: (facts: { reason: Text; link: Text }) => string
    }
    waiting: {
      firstWeeks: {
        title: (facts: { group: Text; left: number }) => string
        meta: (facts: { next: 'ballot' | 'charter' | 'documents' | 'list' | 'mailbox' | 'meeting' | 'requests' | 'roster' }) => string
        button: string
      }
    }
  }
  outbox: {
    files: {
      linked: (facts: { name: Text; size: Text; link: Text }) => string
      dropped: (facts: { name: Text }) => string
    }
  }
  people: {
    codes: {
      subject: string
      text: (facts: { name: Text; link: Text; code: Text }) => string
      title: string
      lead: string
      email: string
      send: string
      sentTitle: string
      sent: (facts: { email: Text }) => string
      code: string
      signIn: string
      again: string
      confirm: (facts: { email: Text }) => string
      tooMany: string
    }
    workplaces: {
      subject: string
      text: (facts: { name: Text; link: Text }) => string
      title: string
      lead: string
      organisation: string
      fromOn: string
      send: string
      thanks: string
      thanksText: string
    }
    signIn: {
      passkey: string
      passkeyFailed: string
      or: string
      withProvider: (facts: { label: Text }) => string
      leaving: (facts: { label: Text }) => string
      leavingLead: string
      go: string
      back: string
      failed: string
      failedLead: string
      nobody: string
      nobodyLead: (facts: { email: Text }) => string
      noAddress: string
      noAddressLead: string
    }
    affiliations: {
      subject: (facts: { organisation: Text }) => string
      reminder: (facts: { organisation: Text }) => string
      text: (facts: { name: Text; organisation: Text; link: Text }) => string
      title: (facts: { organisation: Text }) => string
      yes: string
      no: string
      thanks: string
      stays: string
      left: string
      settled: string
      settledText: string
      claimSubject: string
      claimText: (facts: { name: Text; link: Text }) => string
      claimTitle: (facts: { email: Text }) => string
      claim: string
      claimed: (facts: { email: Text }) => string
    }
    devices: {
      subject: string
      text: (facts: { name: Text; device: Text; when: Text; network: Text; link: Text }) => string
    }
    waysIn: {
      added: string
      removed: string
      passkey: (facts: { name: Text }) => string
      'passkey-removed': (facts: { name: Text }) => string
      identity: (facts: { name: Text }) => string
      'identity-removed': (facts: { name: Text }) => string
      token: (facts: { name: Text }) => string
      address: (facts: { name: Text }) => string
      'address-removed': (facts: { name: Text }) => string
      text: (facts: { name: Text; what: Text; undo: Text; sessions: Text }) => string
      waiting: (facts: { name: Text; what: Text; when: Text; link: Text }) => string
      title: (facts: { email: Text }) => string
      lead: (facts: { when: Text }) => string
      open: string
      refuse: string
      opened: (facts: { email: Text }) => string
      refused: (facts: { email: Text }) => string
      refusedLead: string
      settled: string
      settledLead: string
      soon: (facts: { email: Text }) => string
      soonLead: (facts: { when: Text }) => string
    }
  }
  privacy: {
    notice: {
      notice: {
        title: string
        version: (facts: { n: Text; day: Text }) => string
        older: string
        today: string
        before: string
      }
      ready: {
        subject: string
        text: (facts: { name: Text; days: Text; link: Text }) => string
      }
      failed: {
        subject: string
        text: (facts: { name: Text }) => string
      }
      refused: {
        subject: string
        text: (facts: { name: Text; reason: Text }) => string
      }
      asked: {
        subject: string
        text: (facts: { name: Text; link: Text }) => string
      }
    }
  }
  reports: {
    pages: {
      name: string
      lead: string
      none: string
      noneHint: string
      group: string
      anyGroup: string
      period: (facts: { from: Text; to: Text }) => string
      states: {
        draft: string
        frozen: string
        final: string
      }
      finalBy: (facts: { day: Text }) => string
      decision: (facts: { number: Text }) => string
      edition: (facts: { number: Text }) => string
      editions: string
      contents: string
      download: string
      figures: string
      figuresLead: string
      read: string
      readers: string
      everyone: string
      inside: string
      behind: (facts: { count: number }) => string
      held: string
      internal: string
      letter: {
        subject: (facts: { group: Text; title: Text }) => string
        text: (facts: { name: Text; group: Text; title: Text; from: Text; to: Text; link: Text }) => string
      }
    }
    figures: {
      'meetings.held': string
      'meetings.planned': string
      'meetings.cancelled': string
      'meetings.minutes': string
      'meetings.list': string
      'decisions.made': string
      'decisions.list': string
      'attendance.share': string
      'attendance.by-role': string
      'list.messages': string
      'list.posters': string
      'list.threads': string
      'list.answered': string
      'list.answered-share': string
      'list.newcomers': string
      'cases.new': string
      'stories.told': string
      'requests.raised': string
      'requests.merged': string
      'requests.set-aside': string
      'requests.done': string
      'requests.list': string
      'ballots.held': string
      'ballots.turnout': string
      'ballots.list': string
      'answers.given': string
      'answers.by-class': string
      'answers.list': string
      'commitments.made': string
      'commitments.points': string
      'commitments.delivered': string
      'commitments.dropped': string
      'commitments.list': string
      'deliveries.claimed': string
      'deliveries.accepted': string
      'talks.given': string
      'talks.list': string
      'events.held': string
      'events.list': string
      'documents.approved': string
      'documents.list': string
      'news.items': string
      'news.issues': string
      'news.list': string
      'members.now': string
      'members.new': string
      'members.new-list': string
      'members.ended': string
      'members.ended-list': string
      'charter.clauses': string
      'charter.kept': string
      'charter.findings': string
      'picture.messages': string
      'picture.answers': string
      'picture.meetings': string
    }
  }
  requests: {
    letters: {
      greeting: (facts: { name?: Maybe }) => string
      sign: (facts: { group: Text }) => string
      said: (facts: { when: Text; quote: Text }) => string
      captured: {
        subject: (facts: { title: Text }) => string
        text: (facts: { group: Text; said: Text; link: Text }) => string
      }
      forwarded: {
        subject: (facts: { title: Text }) => string
        known: (facts: { title: Text }) => string
        text: (facts: { title: Text; link: Text }) => string
      }
      collated: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; said: Text; link: Text }) => string
      }
      withdrawn: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; requests: Text }) => string
      }
      story: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; link: Text }) => string
      }
      championed: {
        subject: (facts: { title: Text }) => string
        text: (facts: { title: Text; link: Text }) => string
      }
      comment: {
        subject: (facts: { title: Text; id: Text }) => string
        text: (facts: { who: Text; text: Text; link: Text }) => string
        stop: (facts: { link: Text }) => string
      }
      confirm: {
        subject: (facts: { institution: Text; title: Text }) => string
        text: (facts: { who: Text; institution: Text; title: Text; strength: Text; reason?: Maybe; link: Text }) => string
      }
      affirm: {
        subject: (facts: { institution: Text; name: Text }) => string
        text: (facts: { name: Text; institution: Text; list: Text; link: Text; day: Text }) => string
      }
      merge: {
        subject: (facts: { source: Text; target: Text }) => string
        text: (facts: { source: Text; target: Text; why?: Maybe; yours: Text; day: Text; link: Text; keep: Text }) => string
        support: (facts: { institution: Text }) => string
        case: (facts: { title: Text }) => string
      }
      merged: {
        subject: (facts: { source: Text; target: Text }) => string
        text: (facts: { link: Text; target: Text }) => string
      }
      unmerged: {
        subject: (facts: { source: Text }) => string
        text: (facts: { source: Text; target: Text; link: Text }) => string
      }
      strengths: {
        must: string
        should: string
        would_like: string
        not_for_us: string
      }
      pages: {
        caseTitle: string
        caseLead: string
        wrote: string
        quoting: string
        consent: {
          no: string
          vendor: string
          public: string
        }
        save: string
        correct: string
        withdraw: string
        withdrawLead: string
        why: string
        isWithdrawn: string
        fields: {
          title: string
          who: string
          workflow: string
          frequency: string
          problem: string
          workaround: string
          cost: string
          versions: string
        }
        thanks: string
        gone: string
        mergeTitle: (facts: { source: Text; target: Text }) => string
        mergeLead: string
        yours: string
        staysNow: string
        goesNow: string
        stay: string
        go: string
        decided: string
        until: (facts: { day: Text }) => string
        confirmTitle: (facts: { institution: Text }) => string
        confirmYes: string
        confirmNo: string
        affirmTitle: (facts: { institution: Text }) => string
        affirmAll: string
        affirmChosen: string
        affirmNothing: string
      }
    }
    pages: {
      title: string
      lead: string
      cases: string
      stories: string
      topics: string
      narrow: string
      words: string
      kind: string
      both: string
      stage: string
      asking: string
      all: string
      area: string
      topic: string
      severity: string
      order: string
      orders: {
        newest: string
        support: string
        cases: string
        changed: string
        title: string
      }
      none: string
      showAll: string
      howMade: string
      count: (facts: { n: number }) => string
      kinds: {
        idea: string
        concern: string
      }
      severities: {
        critical: string
        major: string
        moderate: string
        minor: string
      }
      stages: {
        gathering: string
        ready: string
        submitted: string
        answered: string
        committed: string
        delivered: string
        accepted: string
        set_aside: string
        merged: string
      }
      caseCount: (facts: { n: number }) => string
      institutions: (facts: { n: number }) => string
      musts: (facts: { n: number }) => string
      since: string
      record: {
        request: string
        number: (facts: { n: Text }) => string
        champion: (facts: { name: Text }) => string
        follow: string
        unfollow: string
        mergedBefore: string
        mergedAfter: string
        setAside: (facts: { why: Text }) => string
        messages: string
        concern: string
        affected: string
        versions: string
        supportCases: string
        reproduce: string
        workaround: string
        past: string
        votes: string
        cycle: string
        day: string
        points: string
        voters: string
        rank: string
        pastAnswers: string
        noAnswer: string
        release: (facts: { name: Text }) => string
        files: string
        since: string
        oldNumber: string
        championOf: string
        linked: string
        links: {
          related: string
          part_of: string
          duplicate_of: string
        }
        hasPart: string
        mergedHere: string
        history: string
        shown: (facts: { n: Text; of: Text }) => string
        notAgreed: string
        noCases: string
        messageOf: string
        discussion: string
        comments: (facts: { n: number }) => string
        nothingSaid: string
        somebody: string
        byMail: string
        removed: string
      }
      history: {
        lead: string
        none: string
        version: (facts: { n: Text }) => string
        program: string
        request: (facts: { n: Text; title: Text }) => string
        fields: {
          kind: string
          visibility: string
          severity: string
          versions: string
          reproduction: string
          workaround: string
        }
      }
      case: {
        number: (facts: { n: Text }) => string
        draft: string
        withdrawn: string
        fields: {
          who: string
          workflow: string
          frequency: string
          problem: string
          workaround: string
          cost: string
          versions: string
        }
        state: string
        states: {
          draft: string
          open: string
          withdrawn: string
        }
        institution: string
        sources: string
        onWeb: string
        corrected: string
        times: (facts: { n: number }) => string
        forwarded: string
        noRequest: string
        request: (facts: { n: Text }) => string
      }
      story: {
        lead: string
        tell: string
        kinds: {
          challenge: string
          success: string
        }
        stages: {
          development_partner: string
          early_adopter: string
          implementing: string
          live: string
        }
        inStage: {
          development_partner: string
          early_adopter: string
          implementing: string
          live: string
        }
        byArea: string
        none: string
        noneHow: string
        count: (facts: { n: number }) => string
        replies: (facts: { n: number }) => string
        stageThen: string
        from: string
        message: (facts: { list: Text }) => string
        outcome: string
        repliesTitle: string
        noReplies: string
      }
    }
    waiting: {
      suggestions: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      drafts: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      merges: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      own: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
    }
  }
  search: {
    pages: {
      title: string
      titleOf: (facts: { q: Text }) => string
      searchFor: (facts: { q: Text }) => string
      what: string
      archive: string
      submit: string
      order: string
      newest: string
      best: string
      counts: string
      countsOf: (facts: { q: Text }) => string
      by: string
      back: string
      mbox: string
      nothing: string
      nothingHow: string
      hits: string
      found: string
      newestOf: (facts: { n: number }) => string
      byKind: string
      byYear: string
      byAuthor: string
      byList: string
      byGroup: string
      examples: {
        both: string
        phrase: string
        without: string
        either: string
        writer: string
        time: string
        files: string
        kind: (facts: { kinds: Text }) => string
        list: string
        group: string
      }
      hints: {
        date: (facts: { as: Text; field: Text }) => string
        quote: (facts: { rest: Text }) => string
        kind: (facts: { as: Text; kinds: Text }) => string
        field: (facts: { as: Text }) => string
      }
      one: {
        message: string
        request: string
        case: string
        story: string
        brief: string
        answer: string
        commitment: string
        cycle: string
        wish: string
        ballot: string
        meeting: string
        minutes: string
        'minutes-inside': string
        decision: string
        document: string
        talk: string
        event: string
        clause: string
        report: string
        news: string
        'news-issue': string
        page: string
        person: string
        organisation: string
        correspondence: string
      }
      many: {
        message: string
        request: string
        case: string
        story: string
        brief: string
        answer: string
        commitment: string
        cycle: string
        wish: string
        ballot: string
        meeting: string
        minutes: string
        'minutes-inside': string
        decision: string
        document: string
        talk: string
        event: string
        clause: string
        report: string
        news: string
        'news-issue': string
        page: string
        person: string
        organisation: string
        correspondence: string
      }
    }
  }
  talks: {
    letters: {
      hello: (facts: { name: Text }) => string
      proposed: (facts: { title: Text }) => string
      openProposed: (facts: { who: Text; title: Text }) => string
      decide: (facts: { link: Text }) => string
      accepted: (facts: { title: Text }) => string
      openAccepted: (facts: { group: Text; title: Text }) => string
      declined: (facts: { title: Text }) => string
      openDeclined: (facts: { group: Text; title: Text }) => string
      withdrawn: (facts: { title: Text }) => string
      openWithdrawn: (facts: { title: Text }) => string
      page: (facts: { link: Text }) => string
      slot: (facts: { title: Text; when: Text }) => string
      openSlot: (facts: { group: Text }) => string
      minutes: (facts: { count: Text }) => string
      place: (facts: { place: Text }) => string
      consent: (facts: { day: Text; link: Text }) => string
      slides: (facts: { link: Text }) => string
      slidesThere: string
      consentOpen: (facts: { link: Text }) => string
      week: (facts: { title: Text; when: Text }) => string
      openWeek: string
      day: (facts: { title: Text; when: Text }) => string
      openDay: string
      thanks: (facts: { title: Text }) => string
      openThanks: (facts: { title: Text; group: Text }) => string
      gone: (facts: { title: Text }) => string
      openGone: (facts: { who: Text; title: Text }) => string
      certificate: {
        title: string
        spoke: (facts: { name: Text }) => string
        talk: string
        day: string
        minutes: string
        length: (facts: { count: Text }) => string
        institution: string
        session: string
        group: string
        check: (facts: { link: Text }) => string
        file: string
      }
    }
    pages: {
      name: string
      lead: string
      feed: string
      coming: string
      given: string
      which: string
      sessions: string
      talks: (facts: { count: number }) => string
      narrow: string
      find: string
      year: string
      anyYear: string
      noneComing: string
      noneGiven: string
      noneFound: string
      propose: string
      proposeHint: string
      recorded: string
      minutes: (facts: { count: Text }) => string
      watch: string
      chapters: string
      slides: string
      who: string
      when: string
      where: string
      session: string
      length: string
      source: string
      sourceMessage: string
      noRecording: string
      register: string
      registerHint: string
      registered: string
      unregister: string
      signIn: string
      onlyListed: string
      program: string
      noProgram: string
      cancelled: string
      over: string
      registrations: (facts: { count: number }) => string
      calendar: string
      states: {
        proposed: string
        accepted: string
        scheduled: string
        given: string
        withdrawn: string
        declined: string
      }
      consent: {
        title: string
        what: string
        until: (facts: { day: Text }) => string
        over: (facts: { day: Text }) => string
        answer: {
          open: string
          given: string
          refused: string
          withdrawn: string
        }
        yes: string
        no: string
        back: string
        noted: string
        certificate: string
        slides: string
        file: string
        fileHint: string
        add: string
        added: string
        takeOff: (facts: { name: Text }) => string
        off: string
        takenOff: string
        held: (facts: { count: number }) => string
      }
    }
    waiting: {
      proposed: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      consent: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      slides: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
    }
  }
  today: {
    pages: {
      subject: (facts: { count: number }) => string
      until: (facts: { day: Text }) => string
      text: (facts: { name: Text; lines: Text; link: Text; stop: Text }) => string
      stopTitle: string
      stopAsk: string
      stop: string
      stopped: string
      gone: string
      page: {
        title: string
        write: string
        waiting: string
        count: (facts: { n: number }) => string
        none: string
        kinds: {
          ballots: string
          vendor: string
          lists: string
          requests: string
          meetings: string
          documents: string
          news: string
          group: string
        }
        late: string
        until: string
        newest: string
        noMessages: string
        messages: (facts: { n: number }) => string
        last: string
        mail: string
        mailOn: string
        mailOff: string
        stop: string
        start: string
        started: string
        stopped: string
      }
    }
    groups: {
      asking: {
        title: (facts: { count: number; list: Text }) => string
        meta: string
        button: string
      }
      parked: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      held: {
        title: (facts: { count: number; list: Text }) => string
        meta: string
        button: string
      }
      charterReview: {
        title: (facts: { day: Text }) => string
        meta: (facts: { group: Text }) => string
        button: string
      }
      charterDraft: {
        title: (facts: { version: Text }) => string
        meta: (facts: { group: Text; clauses: number }) => string
        button: string
      }
      letters: {
        title: (facts: { open: number; late: number; desk: Text }) => string
        meta: (facts: { late: number }) => string
        button: string
      }
      handover: {
        title: (facts: { giver: Text; taker: Text }) => string
        meta: (facts: { group: Text }) => string
        button: string
      }
      actions: {
        title: (facts: { open: number }) => string
        meta: (facts: { late: number }) => string
        button: string
      }
      namings: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      workplaces: {
        title: (facts: { count: number }) => string
        meta: string
        button: string
      }
      review: {
        title: (facts: { late: boolean; title: Text }) => string
        meta: (facts: { host: Text; late: boolean; day: Text }) => string
        button: string
      }
      approve: {
        title: (facts: { title: Text; version: Text }) => string
        meta: (facts: { host: Text }) => string
        button: string
      }
      keptLong: {
        title: (facts: { title: Text }) => string
        meta: (facts: { host: Text }) => string
        button: string
      }
      report: {
        title: (facts: { year: Text }) => string
        meta: (facts: { begun: boolean; group: Text }) => string
        button: (facts: { begun: boolean }) => string
      }
      minutes: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      chooseTime: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
      poll: {
        title: (facts: { title: Text }) => string
        meta: string
        button: string
      }
    }
  }
  webhooks: {
    letters: {
      subject: (facts: { name: Text }) => string
      text: (facts: { person: Text; name: Text; gone: boolean; said?: Maybe; link: Text }) => string
    }
  }
  website: {
    pages: {
      places: {
        charter: string
        roster: string
        meetings: string
        'show-and-tell': string
        events: string
        documents: string
        news: string
        requests: string
        answers: string
        relationship: string
        decisions: string
        reports: string
        stories: string
        ballots: string
        lists: string
        search: string
      }
      whole: string
      follow: string
      languages: string
      feed: string
      jsonFeed: string
      calendar: string
      privacy: string
      imprint: string
      today: string
      blocks: {
        roster: string
        'next-meeting': string
        'latest-news': string
      }
      home: {
        lead: (facts: { group: Text; product: Text; vendor: Text }) => string
        leadOfNone: string
        part: (facts: { communities: Text }) => string
        join: (facts: { list: Text }) => string
        read: string
        subscribers: (facts: { count: number }) => string
        institutions: (facts: { count: number }) => string
        messages: (facts: { count: number }) => string
        next: string
        noMeeting: string
        allMeetings: string
        open: string
        new: string
        nothingNew: string
        thread: (facts: { count: number }) => string
        archive: string
        answers: string
        noAnswers: string
        allAnswers: string
        shows: string
        noShows: string
        allShows: string
        news: string
        noNews: string
        allNews: string
        recorded: string
        people: string
        past: string
        wholeRoster: string
        vacant: string
        chart: string
        told: (facts: { total: number; months: number }) => string
        most: (facts: { month: Text }) => string
      }
      roles: {
        coordinator: string
        deputy: string
        liaison: string
        member: string
        moderator: string
      }
      classes: {
        planned: string
        in_discovery: string
        declined: string
        exists: string
        needs_information: string
        not_product: string
      }
    }
    relationship: {
      title: (facts: { group: Text; vendor: Text }) => string
      lead: (facts: { vendor: Text }) => string
      counted: string
      none: (facts: { vendor: Text }) => string
      short: (facts: { vendor: Text }) => string
      all: string
      others: string
      preview: string
      handed: (facts: { count: number }) => string
      answered: (facts: { of: number }) => string
      late: (facts: { count: number; of: number }) => string
      delivered: (facts: { count: number }) => string
      meetings: (facts: { count: number; gap?: number | null | undefined }) => string
      days: (facts: { count: number }) => string
      quarters: string
      upDown: string
      quarter: (facts: { number: Text; year: Text }) => string
      told: (facts: { name: Text; handed: Text; answered: Text }) => string
      takes: (facts: { vendor: Text }) => string
      median: (facts: { count: number; of: number }) => string
      waiting: (facts: { count: number }) => string
      untilAnswer: string
      noAnswer: string
      afterDay: (facts: { count: number }) => string
      weTake: string
      ourDays: string
      toAnswer: string
      toTell: string
      toCheck: string
      noWait: string
    }
  }
}
