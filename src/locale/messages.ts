// Written by `npm run locale` from src/locale/en; do not edit.
import type { Child, Maybe, Tag, Text } from '../lib/ui/message.ts'

/** Every message: by domain, place and names, with what it says. */
export interface Messages {
  advocacy: {
    letters: {
      handed: {
        subject: (facts: { count: number; due: Text; title: Text }) => string
        text: (facts: { name: Text; count: number; group: Text; due: Text; note: Text; title: Text; requests: Text; link: Text }) => string
        how: string
      }
      due: {
        subject: (facts: { count: number; due: Text; title: Text }) => string
        text: (facts: { name: Text; group: Text; due: Text; title: Text; requests: Text; link: Text }) => string
      }
      received: {
        subject: (facts: { counts: Text; all: Text; title: Text }) => string
        text: (facts: { name: Text; open: number; title: Text; lines: Text; link: Text }) => string
        refused: (facts: { name: Text; title: Text; why: Text; link: Text }) => string
        refusedSubject: (facts: { title: Text }) => string
        noAnswer: string
        wrongSender: (facts: { from: Text }) => string
        line: (facts: { line: Text }) => string
      }
      asked: {
        subject: (facts: { title: Text }) => string
        text: (facts: { name: Text; title: Text; asker: Text; question: Text; link: Text }) => string
        someone: string
      }
      told: {
        subject: (facts: { title: Text }) => string
        text: (facts: { name: Text; title: Text; question: Text; answer: Text; link: Text }) => string
      }
      answered: {
        subject: (facts: { of: number; answered: Text; title: Text }) => string
        text: (facts: { name: Text; title: Text; telling: Text; lines: Text; open: Text; link: Text }) => string
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
        idea: string
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
        nextReview: (facts: { day: Tag }) => Child[]
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
        from: (facts: { time: Tag }) => Child[]
        newer: string
        portal: string
        others: string
        noMatch: string
      }
      commitment: {
        for: (facts: { link: Tag; n: Text }) => Child[]
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
        button: (facts: { count: number }) => string
      }
      late: {
        title: (facts: { count: number; title: Text; vendor: Text }) => string
        meta: (facts: { day: Text }) => string
        button: (facts: { count: number }) => string
      }
      deliveries: {
        title: (facts: { count: number; title: Text }) => string
        meta: (facts: { count: number; release: Text }) => string
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
        button: (facts: { open: number }) => string
      }
    }
    telling: {
      subject: (facts: { title: Text }) => string
      subjects: (facts: { count: number }) => string
      weekly: string
      hello: (facts: { name: Text; count: number }) => string
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
      commitment: (facts: { year: Text; points: number }) => string
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
    answers: {
      thereIsNoRequest: (facts: { requestId: Text }) => string
      enterWebAddressExampleHttps: string
      chooseTodayEarlierDate: string
      answerAlreadyRecorded: string
      answerNotFound: string
      recordAnswer: string
      chooseAFileOrPasteA: string
      importPortalStatuses: string
      importPastAnswers: string
      answerRecorded: string
      saved: string
      whoCanReadThis: string
      from: string
      untilDateOnlyWorkingGroup: string
      save: string
      sentToTheVendor: string
      recordAnswerGaveElsewhere: (facts: { vendor: Text }) => string
      requestNumber: string
      channel: string
      on: string
      answeredBy: string
      link: string
      exampleMessageArchiveEntry: string
      answers: string
      oneRowEachStatusEntry: string
      importedAlreadyHereNot: (facts: { taken: Text; known: Text; faults: Text }) => string
      rowsCouldNotRead: string
      importTable: string
      spreadsheetOrCsv: string
      columnsRequestCaseDateStatusLink: string
      pastedTable: string
      includeRowColumnNames: string
      importAnswers: (facts: { hasPortal: boolean }) => string
      pastLead: string
      pastColumns: string
      faults: {
        columns: (facts: { names: Text; header: Text }) => string
        formula: (facts: { column: Text }) => string
        request: (facts: { number: Text }) => string
        day: (facts: { text: Text }) => string
        future: (facts: { day: Text }) => string
        case: string
        status: string
        link: (facts: { link: Text }) => string
      }
      form: {
        class: string
        unknown: (facts: { text: Text; answers: Text }) => string
        reason: string
        release: string
        past: string
        cost: string
        readers: string
      }
      read: {
        noAnswer: string
        reasonAlone: (facts: { answers: Text }) => string
        unknown: (facts: { text: Text; answers: Text }) => string
        noReason: (facts: { answer: Text }) => string
        noRelease: string
        reviewDay: (facts: { text: Text }) => string
        reviewPast: (facts: { day: Text }) => string
        cost: (facts: { text: Text }) => string
        readers: (facts: { text: Text }) => string
        readersDay: (facts: { text: Text }) => string
        stays: string
        known: string
        answered: string
      }
    }
    briefs: {
      packageIsClosed: string
      chooseMemberWorkingGroup: string
      thisRequestIsNotInThe: string
      chooseOnlyUserCasesRequest: string
      theAuthorOfHasNotAgreed: (facts: { title: Text }) => string
      theVendorHasNotAnsweredThis: (facts: { names: Text }) => string
      onlyChampionCoordinator: string
      chooseTodayEarlierDate: string
      chooseDateAfterDaySending: string
      packageNotFound: string
      onlyChampionCoordinator2: string
      packageAlreadyWithdrawn: string
      onlyChampionCoordinator3: string
      sendPackageTo: (facts: { vendor: Text }) => string
      requestsKeepCopyWhatSend: (facts: { requests: number }) => string
      sendItTo: string
      theyGetEmailPdfSpreadsheet: string
      theVendorHasNoGuestsHere: (facts: { link: Tag }) => Child[]
      otherRecipients: string
      namesHowTheyGotPackage: string
      how: string
      exampleEmailOctoberMeeting: string
      sentOn: string
      answersDue: string
      groupsRuleMonthsAfterSending: (facts: { months: number }) => string
      noteToTheVendor: string
      handOver: string
      back: string
      packageNotFound2: string
      editPackage: string
      briefs: string
      newBrief: string
      packageCreated: string
      saved: string
      addRequests: string
      oneRequestAdded: (facts: { added: number }) => string
      requestRemoved: string
      versionSaved: (facts: { number: Text }) => string
      packageClosed: string
      packageSent: string
      consentWords: {
        unasked: string
        asked: string
        no: string
      }
      findRequests: string
      find: string
      wordsOrNumber: string
      noOtherRequestsMatch: string
      cantAddRequestsMergedSet: string
      requests: string
      viewRequest: string
      removeRequest: string
      whatWeAsk: string
      oneOrTwoSentencesThatCan: string
      evidence: string
      numbersVotesWhatWasTriedLinks: string
      userCasesToQuote: string
      page: string
      save: string
      kind: string
      technicalConcern: string
      severity: string
      versions: string
      yourSupportTickets: string
      theNeed: string
      howToReproduce: string
      workaround: string
      userCases: string
      support: string
      institutionsSupportRequest: (facts: { institutions: number; must: Text }) => string
      supportRequestSegment: (facts: { requestId: Text }) => string
      segment: string
      institutions: string
      stageWithTheProduct: string
      earlierAnswers: string
      packageVersionOf: (facts: { group: Text; briefId: Text; number: Text; time: Tag }) => Child[]
      forAboutChampion: (facts: { vendor: Text; product: Text; champion: Text }) => string
      answers: string
      pdf: string
      spreadsheet: string
      workOnIt: string
      requestsSendOnePageEach: (facts: { vendor: Text }) => string
      noPackagesYet: string
      packageCollectsRequests: string
      handedOver: (facts: { time: Tag }) => Child[]
      closed: string
      sentToTheVendor: string
      draft: string
      title: string
      exampleOctoberMeeting: string
      purpose: string
      whatShouldKnowBeforeTheFirst: (facts: { vendor: Text }) => string
      champion: string
      championTakesPackageVendor: string
      briefsFor: (facts: { link: Tag; vendor: Text }) => Child[]
      thereNoRequestsPackageYet: string
      theAsk2: (facts: { silent: number }) => string
      begun: string
      noVersionsYetSaveOne: string
      version: (facts: { number: Text }) => string
      saveVersion: string
      close: string
      version2: (facts: { version: Text; time: Tag }) => Child[]
      answersDue2: (facts: { day: Tag }) => Child[]
      noRequestsYet: string
      ready: string
      incomplete: string
      refused: {
        noRequest: (facts: { requestId: Text }) => string
        merged: (facts: { requestId: Text; rootId: Text }) => string
        setAside: (facts: { requestId: Text }) => string
        tooMany: (facts: { most: Text }) => string
        silent: (facts: { requests: Text }) => string
        toWhom: string
      }
      someone: string
      idea: string
      productVersions: string
      withdrawn: string
      caseCount: (facts: { cases: number }) => string
      region: string
      size: string
      consortium: string
      others: (facts: { count: Text }) => string
      counts: {
        requests: (facts: { n: number }) => string
        institutions: (facts: { n: number }) => string
        cases: (facts: { n: number }) => string
        quotes: (facts: { n: number }) => string
      }
      forAbout: (facts: { vendor: Text; product: Text }) => string
      footer: (facts: { group: Text; briefId: Text; number: Text; day: Text }) => string
      segments: {
        europe: string
        northAmerica: string
        latinAmerica: string
        asiaPacific: string
        middleEastAfrica: string
        notKnown: string
        small: string
        medium: string
        large: string
        noConsortium: string
        noStage: string
        development: string
        early: string
        implementing: string
        live: string
      }
    }
    commitments: {
      chooseProductVendor: string
      thereIsNoRequest: (facts: { requestId: Text }) => string
      requestMergedUseRequest: (facts: { rootId: Text }) => string
      requestAlreadyDone: string
      vendorHasAlreadyPromised: string
      promiseNotFound: string
      promiseHasAlreadyEnded: string
      aYearAfter: (facts: { year: Text }) => string
      releaseNameTakenChoose: string
      releaseNotFound: string
      deliveryAlreadyRecorded: string
      deliveryNotFound: string
      checkAlreadyFinished: string
      userCaseDoesNotBelong: string
      sayWhatDoesNotWork: string
      chooseIfDeliveryWorksThere: string
      checkEachUserCaseFirstA: string
      aWholeNumberOfPoints: string
      commitments: string
      promiseSaved: string
      saved: string
      itGoesOn: string
      whatPromisedDevelopment: (facts: { vendor: Text }) => string
      releases: string
      pointsOfByYearDeliveredOpen: (facts: { product: Text }) => string
      promisesFor: (facts: { product: Text }) => string
      year: string
      agreed: string
      committed: string
      delivered: string
      ofItLate: string
      open: string
      overdue: string
      dropped: string
      carriedOver: string
      over: (facts: { committed: Text; over: Text }) => string
      recordPromise: string
      requestNumber: string
      product: string
      points: string
      due: string
      elseTheEndOfTheYear: string
      capacityOfAYear: string
      forExample50: string
      asAgreed: string
      save: string
      eachCommitment: string
      everyYear: string
      state: string
      all: string
      noPromisesMatch: string
      noPromisesYet: string
      ofDue: (facts: { points: number; year: Text; product: Text; day: Tag }) => Child[]
      moveLaterYear: string
      newYear: string
      why: string
      carryOver: string
      droppedByTheVendor: string
      itsReason: string
      markPromiseAsDropped: string
      aYear: string
      legend: {
        delivered: string
        open: string
        carried: string
        dropped: string
      }
      clear: string
      openAgain: (facts: { release: Text; why: Text }) => string
      droppedBecause: (facts: { reason: Text }) => string
    }
    desk: {
      theVendorsGuestsAnswerThe: string
      groupWithdrewPackageDontHave: string
      requestNotSentVendor: string
      questionNotFound: string
      somebodyHasAnsweredThisQuestion: string
      packageNotFound: string
      chooseTodayLaterDate: string
      thisPersonIsAGuestAlready: string
      thisIsOneOfTheGroup: string
      guestNotFound: string
      answer: string
      reason: string
      answerWithoutReasonDoesNot: string
      release: string
      plannedRequestsReleaseIts: string
      nextReview: string
      whoCanReadThis: string
      asTheGroupsRuleSays: string
      readableFrom: string
      untilDateOnlyWorkingGroup: string
      answer2: (facts: { requestId: Text }) => string
      developmentPoints: string
      whatRequestCostsOutCapacity: string
      saveAnswer: string
      questionToTheGroup: string
      question: string
      deadlinePausedUntilGroup: string
      ask: string
      dueDay: string
      changeDueDate: string
      answerDue: string
      asAgreedWithTheVendor: string
      guestsOf: (facts: { vendor: Text }) => string
      sentToTheVendor: string
      theyCanReadRequestsSend: string
      ruleForAnswers: string
      monthsToAnswer: string
      remindersDaysBefore: string
      example143: string
      whoCanReadAnswers: string
      daysGroupOnly: string
      save: string
      noGuestsYet: string
      guests: string
      since: (facts: { day: Tag }) => Child[]
      endGuestRole: (facts: { name: Text }) => string
      endGuestRole2: string
      inviteGuest: string
      name: string
      emailAddress: string
      yourDesk: string
      guestInvitedTheyGetEmail: (facts: { name: Text }) => string
      guestRoleEnded: string
      saved: string
      packageWithdrawn: string
      questionSentGroup: string
      moved: string
      answerSentVendorsGuestsGet: string
      chooseTheFilledSpreadsheet: string
      answersReceived: string
      requestsWhatStillNeedsAnswer: (facts: { name: Text; vendor: Text }) => string
      requestsSentAnswers: (facts: { vendor: Text }) => string
      recordAnswer: string
      guestsAndRule: string
      questionsFromTheVendor: string
      questions: string
      since2: (facts: { requestId: Text; title: Text; time: Tag }) => Child[]
      handedOver: string
      noRequestsSentYet: string
      willGetEmailWhenThere: string
      briefs: string
      submissions: string
      dueOfAnswered: (facts: { time: Tag; day: Tag; answered: Text; items: Text }) => Child[]
      answered: string
      open: (facts: { items: Text }) => string
      noAnswerYet: string
      theVendor: string
      nextReview2: (facts: { day: Tag }) => Child[]
      whoCanReadThis2: (facts: { readers: Text }) => string
      from: (facts: { time: Tag }) => Child[]
      itsPage: string
      asks: (facts: { asker: Text }) => string
      theGroup: string
      sendAnswer: string
      theGroupHasNotAnsweredYet: string
      changeAnswer: string
      recordAnotherAnswer: string
      theRequest: (facts: { requestId: Text }) => string
      viewRequest: string
      due: (facts: { day: Tag }) => Child[]
      groupWithdrewPackage: string
      viewAllRequests: string
      pdf: string
      spreadsheet: string
      theBrief: string
      by: string
      to: string
      how: string
      version: string
      answersDue: string
      answerBySpreadsheet: string
      uploadSpreadsheet: string
      filledSpreadsheet: string
      rowsWithAnAnswerAndA: string
      aMail: string
      aFile: string
      withdrawPackage: string
      request: string
      result: string
      line: string
      stillOpen: string
      states: {
        answered: string
        waiting: string
        late: string
        asked: string
        withdrawn: string
      }
      figures: {
        answered: string
        open: string
        late: string
      }
      answerQuestion: string
      answerRequest: string
      returned: (facts: { counts: Text; open: Text }) => string
      points: (facts: { n: number }) => string
      rule: {
        months: string
        reminders: string
        hold: string
      }
      noRow: string
    }
    relationship: {
      chooseMeetingGroup: string
      and: (facts: { vendor: Text }) => string
      saved: string
      kindNames: {
        handed: string
        question: string
        answer: string
        commitment: string
        dropped: string
        delivery: string
        checked: string
        told: string
        meeting: string
      }
      days: (facts: { days: number }) => string
      handedOver: (facts: { requests: number }) => string
      answered: (facts: { answer: Text }) => string
      questionFromTheVendor: string
      committed: (facts: { points: number; year: Text }) => string
      commitmentDropped: (facts: { reason: Text }) => string
      deliveredWith: (facts: { release: Text }) => string
      checkedByTheGroup: (facts: { verdict: Text }) => string
      reportedBackTo: (facts: { list: Text }) => string
      meetingWithTheVendor: string
      meetingOfTheVendorInvited: (facts: { guests: number }) => string
      sentAnswered: (facts: { name: Text; handed: Text; answered: Text }) => string
      byQuarter: (facts: { shown: Text }) => string
      wait: (facts: { waiting: Text }) => string
      answerTheVendorsQuestions: string
      reportBackList: string
      checkADelivery: string
      weTake: string
      nothingHasWaitedForUsYet: string
      medianDaysThatTheGroupTakes: string
      addAMeetingWith: (facts: { vendor: Text }) => string
      meeting: string
      addMeeting: string
      itWasNot: (facts: { title: Text }) => string
      removeMeeting: string
      requestsSentAnswersPromises: string
      theseFiguresCountAllRequestsOf: (facts: { all: Text; shown: Text }) => string
      viewSentRequests: string
      commitments: string
      noRequestsSentYet: string
      createPackage: string
      requestsSent: (facts: { handed: number }) => string
      ofRequestsAnswered: (facts: { handed: number }) => string
      answersLate: (facts: { late: number }) => string
      ofPromisesDelivered: (facts: { commitments: number }) => string
      byQuarter2: string
      aboveSentBelowAnswered: string
      takes: (facts: { vendor: Text }) => string
      noAnswersYet: string
      medianDaysUntilAnAnswerBy: string
      answersWereLate: (facts: { answers: number }) => string
      whatHappened: string
      what: string
      everything: string
      nothingTypeYet: string
      meetings: (facts: { meetings: number }) => string
      meetingsApart: (facts: { meetings: number; days: Text }) => string
      medianOf: (facts: { days: Text; answers: number }) => string
    }
    releases: {
      editRelease: string
      newRelease: string
      releases: string
      saved: string
      releaseNotFound: string
      deliveryNotFound: string
      theRestIsOpenAgain: string
      commitments: string
      readNotesEachReleaseDecide: string
      noReleasesYet: string
      requestsDelivered: (facts: { requests: number }) => string
      product: string
      name: string
      example2027R1: string
      day: string
      linkToTheNotes: string
      releaseNotes: string
      pasteNotesCompareEachPoint: string
      save: string
      noDayYet: string
      change: string
      suggestedDeliveries: string
      suggestedFromTheNotesYouDecide: string
      suggestions: string
      alike: (facts: { why: Text }) => string
      recordDeliveryOfRequest: (facts: { requestId: Text }) => string
      yes: string
      discardSuggestionForRequest: (facts: { requestId: Text }) => string
      no: string
      deliveredRequests: string
      noDeliveredRequestsYet: string
      deliveries: string
      notCheckedYet: string
      addDelivery: string
      deliveredRequest: string
      itsNumber: string
      notes: string
      theVendorsPage: string
      userCases: string
      toTry: (facts: { unchecked: Text }) => string
      noUserCasesCheck: string
      userCase: string
      check: (facts: { title: Text }) => string
      resultOfMyCheck: string
      whatDoesNotWork: string
      finishCheck: string
      userCasesNotCheckedYet: (facts: { unchecked: number }) => string
      resultOfTheCheck: string
      note: string
      checkSaved: string
      done: string
      address: string
      suggested: (facts: { n: number }) => string
      triedBy: (facts: { tester: Text }) => string
      saveCheck: string
    }
    tellingPage: {
      chooseOneOfTheGroupsLists: string
      thereIsNothingNewThatEverybody: string
      noSuchPost: string
      itIsSentAlready: string
      requestMayNotBeToldTo: (facts: { requestId: Text }) => string
      tellingBack: string
      itIsOnItsWayTo: (facts: { list: Text }) => string
      thrownAwayWhatItWouldHave: string
      forIt: (facts: { time: Tag; readers: Text }) => Child[]
      from: (facts: { time: Tag }) => Child[]
      staysWithTheGroup: string
      notYet: string
      whoAskedHearsWhatBecameOf: string
      posts: string
      nothingWasToldToAList: string
      tellThisList: string
      draftOnePost: string
      notToldToAListYet: string
      everythingIsTold: string
      onePostForAll: string
      sent: (facts: { time: Tag }) => Child[]
      inTheArchive: string
      subject: string
      text: string
      save: string
      sendTo: (facts: { list: Text }) => string
      throwItAway: string
      whatItTells: string
      saved: string
      draftState: string
      told: (facts: { n: number }) => string
      post: {
        answers: (facts: { n: number; vendor: Text; title: Text }) => string
        news: (facts: { n: number; title: Text }) => string
        hello: (facts: { vendor: Text }) => string
      }
    }
    winners: {
      chooseLeastOneOption: string
      thereIsNoRequest: (facts: { requestId: Text }) => string
      recordChosenOptionsPromises: string
      aWholeNumberOfDevelopmentPoints: string
      theNumberOfARequestOr: string
      promisesRecorded: (facts: { promises: number }) => string
      said: {
        committed: string
        promised: string
        accepted: string
      }
      settledAlready: string
      inIt: (facts: { points: Text; year: Text }) => string
      allChosenOptionsRecorded: string
      optionsDevelopmentPointsEach: (facts: { options: number; points: number }) => string
      noOptionsWereChosenBallot: string
      forAllOptions: string
      year: string
      due: string
      elseTheEndOfTheYear: string
      capacityOfTheYear: string
      alreadyAgreedWillNotChange: (facts: { agreed: Text }) => string
      saveNumberIfNoCapacity: string
      recordPromises: string
      peopleWhoSupportRequestGet: string
      ofIt: (facts: { points: number; year: Text }) => string
      textOfTheRequest: (facts: { hasSolution: boolean }) => string
      forRequest: (facts: { merged: boolean; link: Tag; rootId: Text; requestTitle: Text }) => Child[]
      commitTo: (facts: { number: Text }) => string
      pointsFor: (facts: { number: Text }) => string
      asCosted: (facts: { cost: Text }) => string
      requestNumberForOption: (facts: { number: Text }) => string
      leaveEmptyCreateRequestText: string
      why: {
        committed: string
        promised: string
        accepted: string
        notChosen: string
      }
      aYear: string
      ofCapacity: (facts: { capacity: number }) => string
    }
    sheet: {
      columns: (facts: { names: Text; header: Text }) => string
      other: (facts: { others: Text; briefId: Text }) => string
      formula: (facts: { column: Text }) => string
      noNumber: string
      notNumber: (facts: { text: Text }) => string
      foreign: (facts: { id: Text }) => string
      twice: (facts: { id: Text; line: Text }) => string
      noRow: string
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
    files: {
      messageNotFound: string
      onlySubscribersListCanView: string
      attachmentNotFound: string
      listDoesNotAcceptFiles: string
    }
    import: {
      someoneHasAlreadyUndone: string
    }
    pagesPage: {
      newMessage: string
      thisMessageHasNoHtmlPart: string
    }
    queries: {
      messageNotFound: string
      messageWasRemoved: string
    }
    views: {
      messageId: string
    }
    undo: {
      messages: string
      setAside: string
      inThreads: string
      usedSince: string
      foundAgain: string
      notImported: string
    }
  }
  ballots: {
    letters: {
      greeting: (facts: { name?: Maybe }) => string
      sign: (facts: { group: Text }) => string
      opened: {
        subject: (facts: { voter: Text; closes: Text; title: Text }) => string
        text: (facts: { voter: Text; title: Text; closes: Text; link: Text }) => string
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
        text: (facts: { changed: boolean; by: Text; voter: Text; closes: Text; link: Text }) => string
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
        text: (facts: { organisation: Text; title: Text; opens: Text; link: Text }) => string
      }
      poll: {
        subject: (facts: { voter: Text; title: Text }) => string
        text: (facts: { by: Text; voter: Text; closes: Text; note?: Maybe; link: Text }) => string
      }
      pollOver: {
        subject: (facts: { voter: Text }) => string
        text: (facts: { voices: number; voter: Text; link: Text }) => string
      }
      phase: {
        subject: (facts: { cycle: Text }) => string
        text: (facts: { closes: Text; cycle: Text; link: Text }) => string
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
        text: (facts: { closes: Text; question: Text; link: Text }) => string
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
        title: (facts: { voter: Text; title: Text }) => string
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
    actions: {
      chooseClosingDateAfter: string
      thisBallotIsClosed: string
      chooseLaterDateBallotCan: string
      enterReasonEveryoneWhoCan: string
      optionAppearsTwiceEnterEach: (facts: { twice: Text }) => string
      ballotHasNoOption: (facts: { unknown: Text }) => string
      ballotHasAlreadyOpenedIts: string
    }
    api: {
      cycleNotFound: string
    }
    callingOffPage: {
      enterReasonEveryoneInvolved: string
      onlyCancelledBallotCan: string
      someoneAlreadyRepeating: string
      chooseOpeningDateFuture: string
      chooseClosingDateAfter: string
      termWouldOverThenCreate: string
      phaseNotFound: string
      callOff: (facts: { title: Text }) => string
      cannotRepeatBallotNot: string
      prepareAnew: (facts: { title: Text }) => string
      ballotCancelledEveryone: string
      preparedAnew: string
      ballotNotFound: string
      cancelBallot: string
      repeatBallot: string
      cancelThisBallot: string
      ballotWillNotCountedIts: string
      whoCanVote: string
      papersCast: string
      deleteVotesKeyCouldOpen: string
      why: string
      votersCandidatesEveryoneElse: string
      cancelBallotEmailEveryone: string
      repeatThisBallot: string
      groupGetsSameMotionAgain: string
      copyOptionsRulesVotersCan: string
      opensOn: (facts: { zone: Text }) => string
      closesOn: (facts: { zone: Text }) => string
      nominationsStayCandidatesGet: string
      datesCycleChangeBallotAll: (facts: { link: Tag }) => Child[]
      repeatBallot2: (facts: { hasAtOnce: boolean }) => string
      back: string
      keep: string
    }
    cyclesPage: {
      datesOverlapCheckMarked: string
      atLeastOneUserGroupHosts: string
      phaseNotFound: string
      thisPhaseIsOver: string
      phaseHasBegunChooseLater: string
      enterReasonEveryoneWhoCan: string
      cycleNotFound: string
      thisCycleHasNoSecondRound: string
      roundTwoHasBegunCosts: string
      roundOneHasBegunWho: string
      costs: string
      noRequestsYetRequestsChosen: string
      requestsHaveNoCostYet: (facts: { options: number; missing: number; sum: number; capacity: number }) => string
      requestText: string
      solutionForRequest: (facts: { number: Text }) => string
      developmentPointsFor: (facts: { number: Text }) => string
      save: string
      requestWithoutCostCannotGo: string
      wish: string
      solution: string
      cost: string
      aWholeNumberFrom1To: (facts: { most: number }) => string
      newEnhancementCycle: string
      aWholeNumberOfDevelopmentPoints: string
      cycleCreated: string
      datesChangedEveryoneWhoCan: string
      saved: string
      consortiumNotFound: string
      newCycle: string
      triage: string
      putARequestForward: string
      letItVoteAsOne: (facts: { hasOne: boolean }) => string
      changeDates: string
      phase: string
      begins: (facts: { zone: Text }) => string
      leaveEmptyKeepBeginning: string
      ends: (facts: { zone: Text }) => string
      why: string
      everyoneWhoCanVoteGets: string
      changeDatesEmailEveryone: string
      phasesOpenCloseAutomatically: string
      group: string
      title: string
      introduction: string
      userGroups: string
      institutionSeveralUserGroups: string
      timeZone: string
      exampleEuropeLisbon: string
      begins2: (facts: { phase: Text }) => string
      ends2: (facts: { phase: Text }) => string
      recordDate: string
      memberInstitutionsContract: string
      formOfVote: string
      votersSpreadPointsOver: string
      anOrder: string
      pointsPerVote: string
      mostPointsOneOption: string
      optionsGoRoundOneVendor: string
      developmentPointsOfTheYear: string
      countingRuleRoundOne: string
      countingRuleRoundTwo: string
      ties: string
      secrecy: string
      setItUp: string
      howTheRulesWork: string
      points: string
    }
    electionsPage: {
      electionNotFound: string
      writeAStatement: string
      writeFewSentencesAboutWhy: string
      personAlreadyNominated: string
      nominationNotFound: string
      theElectionIsNotCountedYet: string
      askedWhoHasNotAnswered: (facts: { name: Text }) => string
      noRunnersUpLeft: string
      newElection: string
      electionCreatedNominations: string
      personNominatedTheyGetEmail: string
      youStand: string
      yourNomination: string
      youNotCandidate: string
      everyoneElectedIsAppointed: string
      seatOfferedEmail: (facts: { name: Text }) => string
      seatAcceptedThankYou: string
      thankYouForTheAnswer: string
      offerNotFound: string
      myNomination: string
      emailAddressPerson: string
      leaveEmptyNominateYourself: string
      yourStatementIfYouStandYourself: string
      nominate: string
      votersWillReadStatement: string
      yourStatement: string
      iStand: (facts: { isState: boolean }) => string
      declineNomination: string
      appointEveryoneElected: string
      acceptSeat: string
      declineSeat: string
      offerVacantSeat: string
      countedByScottishStvRunnersUp: string
      group: string
      title: string
      forInstanceThreeSeatsOfThe: string
      role: string
      member: string
      coordinator: string
      deputy: string
      seats: string
      termFrom: string
      termTo: string
      whoVotes: string
      institutionsOf: (facts: { name: Text }) => string
      institutionsOfAllHostingUser: string
      theMembersOfTheGroup: string
      recordDate: string
      nominationsUntil: string
      opensOn: string
      closesOn: string
      timeZone: string
      exampleEuropeLisbon: string
      publishedVotes: string
      withoutNames: string
      withNames: string
      setItUp: string
      nominationsClosed: string
    }
    electorate: {
      whoVotes: string
      fixedWhenTheBallotOpenedAs: (facts: { day: Tag }) => Child[]
      listDirectoryTodayCutOff: (facts: { day: Tag }) => Child[]
      notReachableByEmail: string
      ofIt: (facts: { unreached: Text; rows: Text }) => string
      institutionsWithoutAReachable: string
      askedOn: (facts: { name: Text; day: Text }) => string
      knowNoOneThereWhom: string
      noOneAskedYetAsk: string
      noReferent: string
      noOneCanVoteCut: string
      voter: string
      country: string
      referent: string
      ballot: string
      cast: string
      notYet: string
      notReachable: string
      standIn: (facts: { name: Text }) => string
      withoutEmail: (facts: { name: Text }) => string
      members: string
      institutions: string
    }
    motions: {
      chooseClosingDateFuture: string
      motionNotFound: string
      enterReasonSoOthersCan: string
      haveAlreadyObjectedMotion: string
      objectionNotFound: string
      onlyMotionMetObjectionCan: string
      aWholeNumberFrom1To: string
      proposeAMotion: string
      motionProposedEveryMember: string
      objectionRecordedGroupGets: string
      objectionWithdrawn: string
      motionPutVoteEveryMember: string
      decided: string
      recorded: (facts: { time: Tag }) => Child[]
      closesOn2: (facts: { zone: Text }) => string
      quorumInPercent: string
      putItToTheVote: string
      objections: string
      withdrawn: string
      stands: string
      withdrawMyObjection: string
      reasonForMyObjection: string
      object: string
      motionOpensOnceEveryMember: string
      group: string
      inALine: string
      textOfTheMotion: string
      wayToDecide: string
      adoptedUnlessSomeoneObjects: string
      byVotesMoreYesThanNo: string
      quorumInPercentOfTheMembers: string
      motionsDecidedVotesLeave: string
      publishedVotes: string
      withNames: string
      withoutNames: string
      closesOn: string
      timeZone: string
      exampleEuropeLisbon: string
      proposeMotion: string
      noObjections: string
      questionHint: string
    }
    pagesPage: {
      aWholeNumberFrom1To: (facts: { most: number }) => string
      whoVotes: string
      ballotExtendedEveryoneWhoCan: string
      saved: string
      testBallotStartedVotesDo: string
      testVotesAdded: (facts: { papers: number }) => string
      testBallotCounted: string
      testBallotNotFound: string
      testBallotDiscarded: string
    }
    papers: {
      theReferentOrTheStandIn: string
      nobodyCastsABallotAsSomebody: string
      theReferentOrTheStandIn2: string
      thisBallotIsBeingRepairedAfter: string
      hasCastThisBallotInThe: (facts: { name: Text }) => string
      thereIsNoSuchBallotPaper: string
      yourColleaguesHaveClosedTheir: string
      theReferentOrTheStandIn3: string
      theReferentOrTheStandIn4: string
      needWords: {
        must: string
        want: string
        no: string
      }
      askYourColleaguesFirst: string
      over: string
      open: string
      oneColleagueHasAnswered: (facts: { voices: number }) => string
      takeTheirResultOverIntoThe: string
      theyCanAnswerUntil: (facts: { zone: Text }) => string
      aWordToThem: string
      askThemByMail: (facts: { hasPoll: boolean }) => string
      whatDoYouNeed: string
      theReferentOfCastsTheBallot: (facts: { name: Text }) => string
      whatYouNeed: string
      needFor: (facts: { number: Text; title: Text }) => string
      aWordToTheReferentOptional: string
      tellTheReferent: string
      compare: (facts: { number: Text }) => string
      compare2: string
      whatTheVendorWouldBuild: string
      whatIsAskedFor: string
      theRequestAndTheUserCases: string
      itHadPointThere: (facts: { total: number }) => string
      paperNamedItThere: (facts: { total: number }) => string
      youAskedForIt: string
      askedForByInstitution: (facts: { others: number }) => string
      costs: (facts: { b: Tag }) => Child[]
      must: (facts: { musts: Text }) => string
      wouldLike: (facts: { wants: Text }) => string
      yourColleagues: (facts: { value: Text }) => string
      higher: (facts: { number: Text }) => string
      lessFor: (facts: { number: Text }) => string
      hasranksSelectTrueOtherFor: (facts: { hasRanks: boolean; number: Text; title: Text }) => string
      lower: (facts: { number: Text }) => string
      moreFor: (facts: { number: Text }) => string
      theBallotOf: (facts: { name: Text }) => string
      theRestIsSavedAsA: string
      whatYourColleaguesSaidIsNow: string
      theDraftIsSavedItIs: string
      nothingWasCastTheseEntriesCannot: string
      yourPaperCameTooLateAnd: (facts: { why: Text }) => string
      theBallotIsCastWriteDown: (facts: { version: number }) => string
      nothingWasCast: string
      chooseAFile: string
      theSheetIsNowYourDraft: string
      theSheetWasNotTaken: (facts: { message: Text }) => string
      yourReferentKnowsWhatYouNeed: string
      yourColleaguesAreAskedByMail: string
      savedYourAreasComeFirstNow: string
      countedBy: (facts: { link: Tag; rule: Text }) => Child[]
      closesOnYouCanChangeIt: (facts: { time: Tag }) => Child[]
      aRehearsalWhatIsCastHere: string
      aDraftOfWasSavedWhat: (facts: { by: Text; time: Tag; hasPaper: boolean }) => Child[]
      sideBySide: string
      close: string
      theWishesThatYouChoseTo: string
      wish: string
      area: string
      whatItIs: string
      whatTheVendorWouldBuild2: string
      cost: string
      save: string
      searchThisBallot: string
      find: string
      compareTheTickedOnes: string
      wishAboutMinute: (facts: { shown: number; minutes: number }) => string
      nothingOnThisBallotFits: string
      whatTouchesYouFirst: string
      ofByTheAreasThatYou: (facts: { mine: Text; shown: Text }) => string
      whatTouchesYou: string
      withoutAnArea: string
      castTheBallot: (facts: { hasPaper: boolean }) => string
      saveTheDraft: string
      placeGiven: (facts: { named: Text }) => string
      pointTooMany: (facts: { over: Text }) => string
      ofPointsLeft: (facts: { left: Text; budget: Text }) => string
      ofPointsSpent: (facts: { spent: Text; budget: Text }) => string
      cast: string
      yourOrder: string
      dragOrUseTheButtons: string
      yourAnswer: string
      yes: string
      no: string
      iAbstain: string
      inASpreadsheetOnPaper: string
      downloadAsXlsx: string
      takeInAFilledInSheet: string
      itBecomesYourDraftYouLook: string
      takeItIn: string
      toHaveItOnPaperPrint: string
      about: (facts: { name: Text }) => string
      areasThatYouUse: string
      theirWishesComeFirst: string
      size: string
      theResultIsToldBySize: string
      below5000Students: string
      n5000To20000: string
      moreThan20000: string
      whatYourColleaguesSaid: string
      voices: string
      who: string
      needs: string
      note: string
      someone: string
      pollEnds: string
      textChanged: (facts: { title: Text }) => string
      textSame: string
      yourArea: string
      voted: (facts: { byEmail: boolean; by: Text; time: Tag; code: Tag }) => Child[]
      candidates: string
      options: string
      draftSaved: (facts: { time: Text }) => string
      draftNotSaved: string
      draftOffline: string
      saveProfile: string
      sheet: {
        name: string
        number: string
        points: string
        place: string
      }
    }
    public: {
      ballotHasNoResultYet: string
    }
    queries: {
      ballotNotFound: string
    }
    rehearsals: {
      ballotHasAlreadyOpenedTest: string
      ballotHasNoOptionsYet: string
      onlyOpenTestBallotAccepts: string
      testBallotNotFound: string
    }
    resultsPage: {
      ballotHasNoResultYet: string
      recordPromises: string
      pb: string
      pdf: string
    }
    running: {
      add40TestVotes: string
      closeBallotAndCount: string
      discardTestBallot: string
      beforeTheBallotOpens: string
      ballotHasNoOptionsYet: string
      startTestBallot: string
      extendIt: string
      closesOn: (facts: { zone: Text }) => string
      chooseLaterDateBallotCannot: string
      why: string
      everyoneWhoCanVoteGets: string
      extendBallotEmailEveryone: string
      title: string
      countedBy: string
      pointsPerVote: string
      mostPointsOneOption: string
      developmentPointsAvailable: string
      optionsGoVendor: string
      ties: string
      orderSetChair: string
      onlyTiesDecidedChairEnter: string
      secrecy: string
      recordDate: string
      membershipsContractsDayCount: string
      save: string
      leastPointsToBeChosen: string
      optionCostsTooMuch: string
      skipTheOption: string
      endTheCount: string
      useMostPointsFirstWhere: string
      valueOptionItsSupporters: string
      itsPoints: string
      theSameForEveryWishWith: string
      seats: string
    }
    similar: {
      requestNotFound: string
      alike: string
      requestsMarkedAsDifferent: string
      linkedToRequest: (facts: { requestId: Text }) => string
      triage: string
      twoRequestsSameThingSplit: string
      noSimilarRequests: string
      pairsToCheck: (facts: { total: number }) => string
      and: (facts: { title: Text; other: Text }) => string
      alike2: (facts: { percent: Text; why: Text }) => string
      pairsMarkedAsDifferent: (facts: { settled: number }) => string
      bothAskForTheSame: (facts: { title: Text }) => string
      mergeInto: (facts: { title: Text; other: Text }) => string
      mergeIntoFirstRequest: string
      markAsDifferentAnd: (facts: { title: Text; other: Text }) => string
      markAsDifferent: string
      looksLike: string
      youDecide: string
      wishAlike: (facts: { percent: Text; why: Text }) => string
      markAsDifferent2: (facts: { title: Text }) => string
      markAsDifferent3: string
      request: (facts: { id: Text; title: Text }) => string
      linkToRequest: (facts: { id: Text }) => string
      linkToRequest2: string
    }
    views: {
      newElection: string
      proposeMotion: string
      yours: string
      voteFor: (facts: { name: Text }) => string
      youAreTheStandInOf: string
      youVoteFor: (facts: { name: Text }) => string
      cast: string
      fillItIn: string
      notVotedYet: string
      electorate: string
      viewListOfVoters: string
      testBallotHadTestVotes: (facts: { papers: number }) => string
      rehearsals: string
      discardedWithTestVotes: (facts: { papers: number }) => string
      runningTestBallot: string
      referentVotes: string
    }
    wishes: {
      cycleNotFound: string
      addInstitutionBeforePut: string
      chooseAnInstitutionWhereYouWork: string
      groupHasNoRequestNumber: string
      authorWithdrewRequestSo: string
      othersWereMergedIntoThisOne: string
      enterReasonAuthorWillRead: string
      chooseAWishOfThisCycle: string
      someoneHasAlreadyAnswered: string
      proposalNotFound: string
      requestNotFound: string
      otherRequestsWereMergedInto: string
      putARequestForward: string
      requestPutForwardGetEmail: string
      triage: string
      decisionUndoneRequestWaits: string
      decisionSavedAuthorGetsEmail: string
      newWordingProposedAuthorGets: string
      newWordingAccepted: string
      newWordingDeclinedTextStays: string
      requestWithdrawn: string
      sayWhatYouCannotDoToday: string
      inALine: string
      needAndPurpose: string
      productArea: string
      numberExistingRequest: string
      linksRequestItsUserCases: string
      forIt: string
      putRequestForward: string
      roundOneIsOpenTheList: string
      authorRequestGetsEach: string
      checkSimilarPairs: (facts: { pairs: number }) => string
      requestsByStatus: string
      allRequestsAreDecided: string
      nothingHere: string
      wishes: string
      toTheVote: (facts: { title: Text }) => string
      toTheVote2: string
      decideOtherwise: (facts: { title: Text }) => string
      otherwise: string
      looksLike: (facts: { link: Tag }) => Child[]
      putForwardBy: string
      on: string
      request: string
      mergedInto: string
      decidedBy: string
      mergedRequests: string
      mergedWishes: string
      otherWords: string
      rewordings: string
      asked: string
      agreed: string
      notAgreed: string
      withdrawMyRequest: string
      theGroup: string
      proposesNewWordingRequest: (facts: { proposer: Text; why?: Maybe }) => string
      iAgree: string
      keepMyWording: string
      decide: string
      undoDecision: string
      mergeWithAnotherRequest: string
      into: string
      noArea: string
      reasonForTheMerge: string
      merge: string
      setRequestAside: string
      typeOfReason: string
      reasonForTheAuthor: string
      setAside: string
      proposeNewWording: string
      text: string
      why: string
      sendProposalToAuthor: string
      intoOther: (facts: { title: Text }) => string
    }
    faults: {
      choice: string
      unknown: (facts: { number: Text }) => string
      twice: (facts: { number: Text }) => string
      overspent: (facts: { spent: number; budget: number; over: number }) => string
      noNumber: string
      enterNumberOption: (facts: { number: Text }) => string
      negative: string
      notWhole: string
      tooMany: (facts: { most: number }) => string
      place: string
      placeTaken: (facts: { number: Text; place: Text }) => string
      twoValues: (facts: { number: Text }) => string
      twoAnswers: string
      sheetColumns: (facts: { number: Text; value: Text }) => string
      sheetLine: (facts: { line: number; problem: Text }) => string
      formula: string
      notANumber: (facts: { typed: Text }) => string
    }
    whyNot: {
      rule: string
      seatsOnly: string
      calledOff: string
      notOpen: string
      closed: string
      alreadyCalledOff: string
      closedCounts: string
      noOptions: string
      noVoters: string
      endsEarly: (facts: { phase: Text }) => string
      beginsEarly: (facts: { phase: Text; before: Text }) => string
      frozen: string
      instant: string
      zone: string
    }
    print: {
      result: string
      footer: (facts: { group: Text; closed: Text }) => string
      rule: string
      votes: string
      voteCounts: (facts: { cast: number; voters: number; blank: number; changed: number; late: number; spoilt: number }) => string
      secrecy: string
      again: string
      chosen: string
      options: string
      number: string
      option: string
      points: string
      must: string
      yes: string
      others: string
      none: string
      steps: string
    }
  }
  charter: {
    measures: {
      every: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      over: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      atLeast: (facts: { target: Text; n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      fresh: (facts: { n: number; unit: 'day' | 'month' | 'week' | 'year' }) => string
      share: (facts: { target: Text }) => string
      attendance: (facts: { role: Text; target: Text }) => string
      seat: (facts: { target: number; role: Text }) => string
      wait: string
      there: (facts: { target: number }) => string
      ofSeries: (facts: { title: Text }) => string
      grace: (facts: { days: number }) => string
      role: (facts: { role: string }) => string
      attendanceFormal: (facts: { target: Text }) => string
      thereOf: (facts: { target: number; role: Text }) => string
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
        subject: (facts: { changes: number; group: Text }) => string
        line: (facts: { clause: Text; before: Text; now: Text }) => string
        text: (facts: { name: Text; lines: Text; link: Text; group: Text }) => string
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
        subject: (facts: { day: Text; group: Text }) => string
        text: (facts: { name: Text; group: Text; day: Text; link: Text }) => string
        lateSubject: (facts: { group: Text }) => string
        lateText: (facts: { name: Text; day: Text; link: Text; group: Text }) => string
      }
    }
    clausesPage: {
      thereIsADraftAlreadyFinish: string
      thisVersionIsAdoptedWhatIt: string
      aCharterHasAtMostClauses: (facts: { mostClauses: Text }) => string
      thereIsNoSuchClause: string
      aColleagueHasChangedThisClause: string
      groupHasNoSuchDecision: string
      chooseDecisionEnterHere: string
      enterTodaysDateEarlierOne: string
      versionDraftAdoptBeforeSet: string
      enterDateFutureLaterThan: string
      noVersionIsInForceYet: string
      pdf: string
      docx: string
      markdown: string
      writeIt: string
      factsAboutTheGroup: string
      edit: string
      noClauseFound: string
      errors: {
        noSuchList: (facts: { field: Text; lists: Text }) => string
        noList: (facts: { field: Text }) => string
        noSuchRole: (facts: { field: Text; roles: Text }) => string
        noSuchField: (facts: { field: Text; fields: Text }) => string
        braces: (facts: { open: Text; close: Text }) => string
        number: string
        numberTaken: (facts: { number: Text }) => string
        noText: string
        tooLong: (facts: { most: number }) => string
        adopted: string
        noClause: string
        inForceOn: string
        reviewOn: string
        waiverDays: string
        waiverLong: string
        waived: string
      }
    }
    paste: {
      thereIsNoSuchHeading: string
      someoneHasAlreadyChosenType: string
    }
    undo: {
      charterVersion: (facts: { number: Text }) => string
      adoptionUndoneVersionDraft: string
      lead: string
      isDraft: string
      nextBegun: string
      builtOn: string
      goes: {
        adoption: string
        decision: string
      }
      stays: {
        clauses: string
        clausesWhy: string
        decision: string
        decisionWhy: string
      }
    }
    drafts: {
      typesOfTheseHeadings: (facts: { guessed: number }) => string
      guessedTypeTheseClausesSo: string
      oneClause: (facts: { heading: Text; n: number }) => string
      thisDraftIsAdoptedBeginThe: string
      writeCharter: string
      draftVersion: (facts: { number: Text }) => string
      edit: (facts: { number: Text }) => string
      adoptVersion: (facts: { number: Text }) => string
      leftOutBecausePageAlready: (facts: { title: Text }) => string
      textBeforeFirstClauseNow: string
      leftOutTheseTableColumns: (facts: { left: Text }) => string
      draftCreated: string
      saved: string
      draftDeleted: string
      measuresAdded: (facts: { attached: number }) => string
      added: string
      clauseRemoved: string
      charterAdopted: string
      nextReviewOn: string
      remindEmail60DaysBefore: string
      startNextVersion: string
      groupCanReadDraftEveryone: string
      copyCurrentVersion: string
      copyAllClausesMeasuresChange: string
      copyVersion: (facts: { number: Text }) => string
      templateForWorkingGroups: string
      use29ClausesPlainWords: string
      useTemplate: string
      yourOwnText: string
      pasteYourOwnText: string
      text: string
      pasteCharterTermsReference: string
      splitIntoClauses: string
      fromNothing: string
      createEmptyDraft: string
      currentVersion: string
      suggestedFor: (facts: { number: Text }) => string
      addMeasureTo: (facts: { number: Text; measure: Text }) => string
      addMeasure: string
      move: (facts: { to: 'down' | 'up'; number: Text }) => string
      measuresOfClause: (facts: { number: Text }) => string
      addMeasureToClause: (facts: { number: Text }) => string
      measure: string
      edit2: string
      automaticFields: string
      aLinkTo: (facts: { title: Text }) => string
      theAddressOfARole: string
      addSuggestedMeasures: string
      adoptIt: string
      noClausesYet: string
      clauses: string
      addClause: string
      type: string
      number: string
      leaveEmptyUseNextNumber: (facts: { nextNumber: Text }) => string
      text2: string
      canUseMarkdownFieldsLike: (facts: { field: Text }) => string
      addIt: string
      introductionAndChanges: string
      introduction: string
      changesInThisVersion: string
      readersSeeWhenTheyCompare: string
      deleteDraft: string
      currentVersionStaysForce: string
      deleteDraft2: string
      backToTheDraft: string
      heading: string
      shownAboveClauseBelowName: string
      yourText: string
      yourColleaguesText: string
      fromYourColleaguesToYours: string
      preview: string
      removeClause: string
      earlierVersionsKeepClauseIts: string
      takeOut: (facts: { number: Text }) => string
      fromTheDayThatYouGive: string
      theirStatusWillNotMeasured: string
      checkTypesDraft: string
      replaces: string
      inForceSince: string
      inForceFrom: string
      olderCharterEnterDayAdopted: string
      whatChanges: string
      saveType: string
      saveReview: string
      saveTexts: string
      saveClause: string
      clauseCount: (facts: { n: number }) => string
      allMeasured: string
      unmeasured: (facts: { n: number }) => string
      guessedKinds: (facts: { n: number }) => string
    }
    findingsPage: {
      thereIsNoSuchWaiver: string
      enterTodaysDateEarlierOne: string
      enterWebAddressExampleHttps: string
      thereIsNoSuchRecord: string
      thereIsNoSuchMeasure: string
      decision: string
      newOneEnteredBelow: string
      textNewDecision: string
      decisionGetsNextFreeNumber: string
      decidedOn: string
      pauseThisClause: string
      from: string
      to: string
      clauseAppliesAgainDayAfter: string
      why: string
      waiveIt: string
      addLink: string
      whatHappened: string
      aTalkAtTheAnnualConference: string
      on: string
      link: string
      pageShowsActivity: string
      recordIt: string
      clausePaused: string
      pauseEndedClauseAppliesAgain: string
      removed: string
      editCharter: string
      endIt: (facts: { reason: Text }) => string
      endIt2: string
      remove: (facts: { title: Text }) => string
      remove2: string
      measures: string
      addMeasure: string
      whoCanReadStatus: string
      save: string
      addMeasure2: string
      editMeasure: string
      pauseThisClause2: string
      saved: string
      linkSaved: string
      readers: {
        group: string
        steering: string
        public: string
      }
    }
    measuresPage: {
      aClauseHasAtMostMeasures: (facts: { most: Text }) => string
      clauseAlreadyHasMeasure: string
      thereIsNoSuchDraft: string
      aMeasure: string
      measureSaved: string
      measureRemoved: string
      addMeasure: string
      suggestionsFromTheText: string
      suggested: string
      addMeasure2: (facts: { measure: Text }) => string
      addMeasure3: string
      anotherWay: string
      typesOfMeasures: string
      percentAtLeast: string
      atLeast: string
      leaveEmptyAsk1: string
      leaveEmptyCountOnlyThen: string
      ofWhom: string
      allFormalRoles: string
      role: string
      chooseRoleOnlyCheckIts: string
      none: string
      whichRole: string
      notOlderThan: string
      aWholeNumber: string
      ofThese: string
      months: string
      years: string
      weeks: string
      days: string
      resultToday: string
      subject: string
      meetingSeries: string
      chooseOneSeriesCountAll: string
      allMeetings: string
      ended: (facts: { title: Text }) => string
      gracePeriodInDays: string
      duringTheseDaysStatusRisk: string
      saveMeasure: (facts: { isNew: boolean }) => string
      previewResult: string
      removeMeasure: string
      every: string
      within: string
      errors: {
        series: string
        span: string
        between: (facts: { least: number; most: number }) => string
        subject: string
        role: string
      }
    }
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
    measureKinds: {
      cadence: {
        name: string
        explain: string
      }
      count: {
        name: string
        explain: string
      }
      freshness: {
        name: string
        explain: string
      }
      share: {
        name: string
        explain: string
      }
      seat: {
        name: string
        explain: string
      }
      attendance: {
        name: string
        explain: string
      }
      wait: {
        name: string
        explain: string
      }
      existence: {
        name: string
        explain: string
      }
      attested: {
        name: string
        explain: string
      }
    }
    suggestions: {
      rhythm: (facts: { words: Text }) => string
      twoMonths: (facts: { words: Text }) => string
      twiceMonth: (facts: { words: Text }) => string
      twoWeeks: (facts: { words: Text }) => string
      twiceWeek: (facts: { words: Text }) => string
      about: {
        founding: string
        releases: string
        stages: string
        relationship: string
        ballots: string
        stories: string
        ideas: string
        concerns: string
        conferences: string
        documents: string
        news: string
        cases: string
        champions: string
        answers: string
        talks: string
        coordinator: string
        liaison: string
        deputy: string
        attendance: string
        hosts: string
        joining: string
        approval: string
        page: string
        list: string
        pastMembers: string
        roster: string
        website: string
      }
    }
    fields: {
      group: string
      product: string
      vendor: string
      founded: string
      'user-groups': string
      coordinator: string
      deputy: string
      liaison: string
      members: string
      roster: string
      cadence: string
      'next-meeting': string
      'answer-time': string
      'in-force': string
      review: string
    }
    template: {
      theList: string
      theListFirst: string
      founded: (facts: { group: Text; founded: Text; product: Text; vendor: Text }) => string
      members: (facts: { product: Text }) => string
      purpose: (facts: { vendor: Text }) => string
      enhancements: (facts: { product: Text }) => string
      stories: (facts: { product: Text }) => string
      ideas: (facts: { vendor: Text }) => string
      events: (facts: { vendor: Text }) => string
      concerns: (facts: { vendor: Text }) => string
      reporting: string
      documents: string
      news: string
      conferences: string
      community: (facts: { list: Text }) => string
      cases: (facts: { list: Text }) => string
      answers: (facts: { vendor: Text; answerTime: Text }) => string
      talks: string
      coordinator: (facts: { coordinator: Text; vendor: Text }) => string
      liaison: (facts: { liaison: Text }) => string
      champions: string
      formal: (facts: { vendor: Text; address: Text }) => string
      expected: string
      otherRoles: string
      meetings: (facts: { cadence: Text }) => string
      hosts: (facts: { list: Text; userGroups: Text }) => string
      joining: (facts: { vendor: Text }) => string
      approval: (facts: { vendor: Text }) => string
      joinPage: string
      roster: (facts: { roster: Text }) => string
      pastMembers: string
    }
  }
  correspondence: {
    letters: {
      notSentSubject: (facts: { address: Text }) => string
      notSentText: (facts: { address: Text }) => string
      lateSubject: (facts: { ours: boolean; who: Text }) => string
      lateText: (facts: { name: Text; ours: boolean; who: Text; subject: Text; link: Text }) => string
    }
    actions: {
      roleMailboxClosedCantSend: string
      addressBelongsSiteWriteOwn: string
      emailAlreadySent: string
      chooseSomebodyWhoHoldsThisRole: string
      thisMailWasPassedOnAlready: string
    }
    bringing: {
      roleMailboxClosedCantImport: string
      thisMailboxHasNotStopped: string
      oldMailboxes2: (facts: { title: Text }) => string
      lettersTaken: string
      importedWithACorrection: string
      thereAlready: string
      notReadable: string
      emailsReadSoFar: (facts: { all: number }) => string
      mailboxUploadedImportRunning: string
      notEmailAddressEnter: (facts: { wrong: Text }) => string
      enterUpToAddresses: (facts: { mostOwn: Text }) => string
      oldMailboxes: string
      importEmailPeopleWhoHeld: string
      theMailbox: string
      oneFileInTheFormatMbox: string
      earlierAddressesRole: string
      emailTheseAddressesCounts: string
      importMailbox: string
      noMailboxesImportedYet: string
      broughtIn: string
      noMail: (facts: { name: Text }) => string
      chooseFile: string
      undoLead: string
      underWay: string
      one: string
    }
    pages: {
      writeAs: (facts: { title: Text }) => string
      correspondence: string
      emailSent: string
      pasteTheAddressOfARequest: string
      saved: string
      answerSent: string
      passedOn: string
      attachmentNotFound: string
    }
    queries: {
      conversationNotFound: string
      emailNotFound: string
      openConversations: string
    }
    views: {
      stateNames: {
        open: string
        waiting: string
        answered: string
      }
      keptBackWords: {
        loop: string
        automatic: string
        'no-from': string
        forged: string
        flood: string
      }
      by: (facts: { hasLate: boolean; day: Tag }) => Child[]
      correspondence: string
      emailAddressRoleEveryoneWho: string
      yourRoleHasNoAddressYet: string
      addAddress: string
      coordinatorDeputyCanAddOne: string
      addresses: string
      late: (facts: { late: Text }) => string
      toAnswer: (facts: { open: Text }) => string
      emailGoesLaterTheir: (facts: { holders: Text }) => string
      write: string
      whichExchanges: string
      all: string
      findCorrespondence: string
      wordsNameOrAddress: string
      lateOnly: string
      noConversationsYet: string
      nothingFits: string
      canImportOldMailbox: (facts: { link: Tag }) => Child[]
      exchanges: string
      emailsLastOn: (facts: { mails: number; time: Tag }) => Child[]
      exportAllEmailMbox: string
      oldMailboxes: string
      attached: (facts: { attachments: number }) => string
      attachment: (facts: { position: Text }) => string
      asItCame: string
      passEmailOn: string
      emailNotDelivered: (facts: { failure: Text }) => string
      withIt: string
      address: string
      about: string
      status: string
      state: string
      personResponsible: string
      everyoneWithThisRole: string
      answerBy: string
      relatedPage: string
      requestPackageMeetingSite: string
      save: string
      answer: string
      sendEmailOwnAddressNot: (facts: { name: Text; mailDomain: Text }) => string
      subject: string
      text: string
      iExpectAnAnswer: string
      by2: string
      leaveEmptyAllow2Weeks: string
      send: string
      writeAs: (facts: { title: Text }) => string
      sendEmailKeepCopyNext: (facts: { name: Text; mailDomain: Text }) => string
      to: string
      recipientsName: string
      closed: string
      noHolder: string
      clear: string
      forUs: string
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
      approved: (facts: { day: Tag }) => Child[]
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
      clear: string
      readers: {
        public: string
        subscribers: string
        group: string
      }
    }
    actions: {
      enterNumberMonthsBetween: string
      chooseSteeringCommitteeOnly: string
      chooseARoleOfTheGroup: string
      writeATextOrBringA: string
      changeTextBeforeSaveText: string
      overtaken: (facts: { number: Text }) => string
    }
    importing: {
      chooseAtLeastOneFile: string
      importStillRunningWaitUntil: string
      importDocuments: string
      import: (facts: { id: Text }) => string
      filesRead: (facts: { filesDone: number }) => string
      noFilesWereKept: (facts: { error: Text }) => string
      imports: string
      chooseAGroup: string
      documentsImported: (facts: { count: number }) => string
      outcomes: {
        new: string
        duplicate: string
        refused: string
        imported: string
        left: string
      }
      froms: {
        name: string
        text: string
        list: string
        asked: string
      }
      documents: string
      oldMinutesAndDocumentsPdfWord: string
      filesOrOneZipArchive: string
      up500Files50Mb: string
      whose: string
      whoCanReadThem: string
      previewFiles: string
      takeIt: string
      title: string
      day: string
      whatItIs: string
      found: string
      filesNotImported: string
      nothingImportedYetEachFile: (facts: { readers: Text }) => string
      importFiles: string
      cancelImport: string
      date: string
      undoLead: string
      stays: string
      dateMissing: (facts: { path: Text }) => string
    }
    keeping: {
      onlyPeopleTheseRolesCan: (facts: { role: Text }) => string
      chooseTheDecisionThatApprovedIt: string
      chooseTodayEarlierDate: string
      documentOutUseRestore: string
      chooseDateAfterToday: string
      someoneHasAlreadyDone: string
      enterReasonGroupWillRead: string
      chooseDateAfterToday2: string
      canDeleteDocumentOnlyAfter: string
      versionApproved: (facts: { version: Text }) => string
      reviewSavedDocumentStays: string
      saved: string
      documentRestored: string
      documentArchived: string
      documentWithdrawn: string
      itIsKept: string
      confirmCheckedDocument: string
      textsFilesDocumentDeleted: string
      approve: (facts: { title: Text }) => string
      review: (facts: { title: Text }) => string
      settings: (facts: { title: Text }) => string
      cancel: string
      settings2: string
      addressStaysSameWhenChange: string
      title: string
      save: string
      approveVersion: (facts: { number: Text }) => string
      afterApprovalThesePeopleCan: (facts: { readers: Text }) => string
      compareWithVersion: (facts: { approvedNumber: Text }) => string
      whoDecided: string
      roleManagesDocument: string
      aMeeting: string
      noDecisionsRecordedYet: string
      theDecision: string
      approvedOn: string
      emptyTodayOrTheDayOf: string
      approve2: string
      reviewWithoutChanges: string
      saveNameDateVersion: string
      nextReviewOn: string
      leaveEmptyUseUsualNumber: string
      remark: string
      confirmDocument: string
      writeNewVersion: string
      archiveOrWithdraw: string
      bringBack: string
      newStatus: string
      archived: string
      samePeopleCanStillRead: string
      withdrawIt: string
      onlyWorkingGroupCanRead: string
      why: string
      doIt: string
      restoreDocument: string
      keepDeleteDocument: string
      storageTimeEnded: (facts: { day: Tag }) => Child[]
      keepIt: string
      keepUntil: string
      removeIt: string
      deletesAllVersionsFiles: string
      iCheckedTheDocument: string
      deleteDocument: string
      archiveDocument: string
    }
    reviewYear: {
      overdue: (facts: { late: number }) => string
      reviewsInTheComingTwelveMonths: (facts: { coming: number }) => string
      next: (facts: { link: Tag; reviewOn: Text }) => Child[]
      title: string
      late: string
    }
    versions: {
      virusCheckFileNotFinished: string
      draft: string
      storageTimeEndedDecideIf: (facts: { day: Tag }) => Child[]
      decide: string
      approveVersion: (facts: { number: Text }) => string
      untilThenOnlyWorkingGroup: string
      itsReviewIsDueOn: (facts: { late: boolean; day: Tag }) => Child[]
      confirmDocument: string
      writeNewVersion: string
      whoCanReadThis: string
      workingGroupOnlyUntil: string
      nextReview: string
      keptUntil: string
      pdf: string
      docx: string
      markdown: string
      zip: string
      settings: string
      review: string
      bringBack: (facts: { live: boolean }) => string
      withdrawnOnlyWorkingGroupCan: (facts: { stateReason: Text }) => string
      reviewsWithoutChanges: string
      reviews: string
      version: (facts: { number: Text }) => string
      newVersion: string
      infected: string
    }
    views: {
      archived: string
      withdrawn: string
      storageTimeEnded: string
      reviewLateSince: (facts: { day: Tag }) => Child[]
      draft: string
      newDraft: string
      reviewOn: (facts: { day: Tag }) => Child[]
      approved: string
      newDocument: string
      importDocuments: string
      status: string
      whose: string
      all: string
      startCharterTemplateReady: string
      downloadAsZip: string
      states: {
        live: string
        review: string
        approve: string
        removal: string
        archived: string
        withdrawn: string
      }
    }
    writing: {
      newDocument: string
      newVersion: (facts: { title: Text }) => string
      chooseAnotherFileOneEmpty: string
      writeATextOrBringA: string
      chooseAFile: string
      chooseAGroup: string
      draftSaved: string
      versionSavedDraft: (facts: { number: Text }) => string
      steeringCommitteeOfAUserGroups: string
      whatItIs: string
      managedBy: string
      chooseRolePersonRoleGets: string
      whoCanReadAfterApproval: string
      dateOfTheDocument: string
      minutesDateMeeting: string
      monthsBetweenReviews: string
      nextReviewOn: string
      leaveEmptyCountToday: string
      monthsKeepDocument: string
      leaveEmptyKeepDocumentGood: string
      preview: string
      beginWith: string
      uploadFileInstead: string
      templates: string
      chosen: string
      newDocumentFromAFile: string
      documents: string
      newDocumentDraftOnlyWorking: string
      title: string
      text: string
      markdownForAHeadingForA: string
      whose: string
      saveDraft: string
      cancel: string
      version: (facts: { number: Text }) => string
      writeVersionStaysDraftUntil: (facts: { latest: Text }) => string
      savedVersionWhileWereWriting: (facts: { maker: Text; number: Text }) => string
      textOfVersion: (facts: { number: Text }) => string
      whatChanged: string
      oneLineForThoseWhoRead: string
      keepVersion: (facts: { latest: Text }) => string
      writeTextInstead: string
      uploadFileInstead2: string
      someone: string
    }
    refusals: {
      document: string
      removed: string
      withdrawn: string
      archived: string
      versionRemoved: string
      approveWithdrawn: string
      held: string
      approved: string
      newerApproved: (facts: { number: Text }) => string
    }
    templates: {
      'terms-of-reference': {
        title: string
        what: string
      }
      agenda: {
        title: string
        what: string
      }
      'annual-report': {
        title: string
        what: string
      }
      brief: {
        title: string
        what: string
      }
    }
    belongings: {
      document: string
      reviewOn: (facts: { title: Text; day: Text }) => string
    }
    files: {
      approvedOn: (facts: { number: Text; day: Text }) => string
      draft: (facts: { number: Text }) => string
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
      text: (facts: { link: Text; count: number }) => string
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
    auth: {
      thisCodeIsNotValidAny: string
    }
    http: {
      theRequestDoesNotFitIts: string
      theBodyIsNoJson: string
      theBodyMustBeAnObject: string
      orNoToken: (facts: { scope: Text }) => string
      addressesThatBeginWith: (facts: { thing: Text }) => string
      address: string
      whatItDoes: string
      scope: string
      forPrograms: string
      whatPeopleDoOnThePages: string
      readOpenapi31Description: (facts: { link: Tag; link2: Tag; code: Tag }) => Child[]
      aCollectionNamesItsNextPage: (facts: { code: Tag }) => Child[]
      addresses: string
      acts: string
      formWithoutAddressAboveAct: string
      thereIsNoSuchThing: string
      anIdempotencyKeyHas1To: string
      thisIdempotencyKeyWasUsedFor: string
      thisRequestWasCarriedOutOr: string
      formTooLargeSendLess: string
      cannotOpenEmailHere: (facts: { message: Text }) => string
      anotherSiteSentFormOpen: string
      somethingWentWrong: string
      sorryOurFaultHaveRecord: string
      errorNumber: (facts: { id: Text }) => string
      viewSiteRecordChangesBoth: (facts: { b: Tag }) => Child[]
      stop: string
      rapport: string
      tooManyPages: string
    }
    places: {
      decide: string
      lists: string
      requests: string
      board: string
      cases: string
      stories: string
      ballots: string
      cycles: string
      vendor: string
      relationship: string
      desk: string
      ownDesk: string
      briefs: string
      answers: string
      commitments: string
      telling: string
      meetings: string
      show: string
      events: string
      decisions: string
      documents: string
      tasks: string
      group: string
      charter: string
      kept: string
      news: string
      overview: string
      reports: string
      roster: string
      correspondence: string
      organisations: string
      people: string
      volunteers: string
      site: string
      look: string
      figures: string
      admin: string
      outbox: string
      incoming: string
      imports: string
      offices: string
      signIn: string
      privacy: string
      acting: string
      webhooks: string
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
      openGap: (facts: { event: Text; who: Text; title: Text }) => string
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
    actions: {
      enterPlaceMarkEventOnline: string
      chooseLeastOneGroup: string
      thisEventIsCancelled: string
      sessionOutsideTheseDatesMove: (facts: { title: Text }) => string
      theCallForProposalsClosesOn: (facts: { day: Text }) => string
      thisEventIsCancelledAlready: string
      thisEventIsOver: string
      enterBothDatesCall: string
      callAlreadyHasProposalsSo: string
    }
    arranging: {
      addAnEvent: string
      cancel: (facts: { title: Text }) => string
      call: (facts: { title: Text }) => string
      eventAddedPeopleExpected: string
      change: (facts: { title: Text }) => string
      aConferenceAMeetingWithThe: string
      title: string
      kind: string
      whoseEvent: string
      peopleRoleTheseGroups: string
      firstDay: string
      lastDay: string
      timeZone: string
      timeZoneEventExampleEurope: string
      place: string
      leaveEmptyIfEventOnly: string
      peopleCanAttendOnline: string
      website: string
      whatItIs: string
      canUseMarkdown: string
      showEventEveryone: string
      peopleRoleExpected: string
      theyGetEmailAnswerIf: string
      back: string
      cancelEvent: string
      why: string
      peopleWhoTakePartGet: string
      cancelEvent2: string
      callForProposals: string
      groupsPartProgramme: string
      textOfTheCall: string
      publicPageShowsTextCan: string
      opensOn: string
      closesAfter: string
      lastDayProposals: string
      save: string
      saved: string
      cancelled: string
      callSaved: string
      add: string
      saveCall: string
      keepEvent: string
    }
    call: {
      eventNotFound: string
      proposalNotFound: string
      thisProposalIsWithdrawnAlready: string
      thisEventIsOver: string
      someoneHasAlreadyDecided: string
      onlyColleagueCanDecideOwn: string
      thisProposalIsWithdrawn: string
      decisionAlreadySentSoCannot: string
      theCallIsOpenUntilDecide: (facts: { day: Text }) => string
      noDecisionsSendDecide: string
      proposeSomething: string
      proposals: (facts: { title: Text }) => string
      proposalSentWillEmail: string
      decisionsSentToPeople: (facts: { count: number }) => string
      saved: string
      decisionSavedSendDecisions: string
      proposals2: string
      decisionsNotSentYet: (facts: { count: number }) => string
      sendDecisions: string
      noProposalsYet: string
      haveNoProposalsYet: string
      minutes: (facts: { minutes: number }) => string
      n5FromReviews: (facts: { reviews: number; mean: Text }) => string
      scoresByTheGroup: string
      meanScoreOut5: string
      yourReview: string
      score: string
      why: string
      onlyGroupCanRead: string
      save: string
      decide: string
      messagePersonWhoProposed: string
      sentTogetherDecision: string
      accept: string
      waitingList: string
      decline: string
      proposals3: (facts: { title: Text }) => string
      proposed: string
      length: string
      withIt: string
      inTheProgramme: string
      addToProgramme: string
      changeIt: string
      withdrawIt: string
      of5: (facts: { mean: Text }) => string
      readIt: (facts: { count: number }) => string
      reviews: string
      change: (facts: { title: Text }) => string
      title: string
      description: string
      theGroupReadsItBeforeIt: string
      withWhom: string
      minutes2: string
      back: string
      eventCancelled: string
      withdrawn: string
      reviewSaved: string
      states: {
        proposed: string
        accepted: string
        waiting: string
        declined: string
        withdrawn: string
      }
      yours: string
      notProgrammeYet: string
      best: string
      worst: string
      saveProposal: string
      sendProposal: string
    }
    pagesPage: {
      events: string
    }
    people: {
      eventNotFound: string
      canNoLongerAnswerEvent: string
      canNoLongerAnswerEvent2: string
      thisEventIsCancelled: string
      thisEventBeginsOn: (facts: { day: Text }) => string
      noOneHereUsesEmail: string
      personAlreadyTakesPart: string
      participants: (facts: { title: Text }) => string
      events: string
      answerSaved: string
      noted: string
      added: string
      people: string
      presences: {
        in_person: string
        online: string
        apologies: string
        absent: string
      }
      iComeTo: (facts: { place: Text }) => string
      iCome: string
      iWillAttendOnline: string
      iWillNotAttend: string
      yourAnswer: (facts: { answer: Text }) => string
      expectedWillAttend: string
      willYouAttend: string
      yourAnswer2: string
      from: string
      leaveEmptyIfAttendWhole: string
      to: string
      reasonCommentOrganisers: string
      save: string
      participants2: string
      name: string
      as: string
      said: string
      whatHappened: string
      reason: string
      notNoted: string
      reasonOf: (facts: { name: Text }) => string
      csv: string
      excel: string
      noParticipantsYet: string
      addAnotherPerson: string
      address: string
      exampleSpeakerGuestVendor: string
      add: string
      enterReasonSomeoneRole: string
      notOnline: string
      chooseLastDayAfterFirst: string
      answers: {
        open: string
        coming: string
        online: string
        not_coming: string
      }
      changeAnswer: string
      answerEvent: string
      saveAttendance: string
      attending: (facts: { coming: Text }) => string
      expectedCount: (facts: { expected: Text }) => string
      present: (facts: { there: Text }) => string
      expectedPresent: (facts: { came: Text; expected: Text }) => string
      expected: string
      columns: {
        name: string
        email: string
        institution: string
        roles: string
        expected: string
        answer: string
        from: string
        to: string
        presence: string
        reason: string
      }
    }
    queries: {
      eventNotFound: string
    }
    sessions: {
      thisEventIsCancelled: string
      sessionNotFound: string
      noOneHereUsesEmail: string
      sayANameOrTheAddress: string
      personAlreadySpeaker: string
      speakerNotFound: string
      addProposalProgramme: string
      addASession: string
      sessionAddedAddSpeakers: string
      sessionRemovedProgramme: string
      takenOut: string
      chooseAFileThatIsNot: string
      takenOff: string
      title: string
      day: string
      from: string
      theTimeZone: (facts: { zone: Text }) => string
      to: string
      whichTime: string
      theFirstBeforeTheClocksGo: string
      theSecondAfterTheClocksHave: string
      room: string
      presentedByTheGroup: string
      showAndTellTalk: string
      none: string
      link: string
      addressBeginsHttps: string
      description: string
      canUseMarkdown: string
      back: string
      proposedWhoGetsEmailTime: (facts: { proposer: Text }) => string
      minutes: (facts: { minutes: number }) => string
      whoSpeaks: string
      takeOut: (facts: { name: Text }) => string
      takeOut2: string
      addSomebody: string
      address: string
      forPersonAccount: string
      name: string
      ofAGuest: string
      institutionOfTheGuest: string
      as: string
      add: string
      slides: string
      takeOff: (facts: { name: Text }) => string
      takeOff2: string
      aFile: string
      pdfAPresentationAPictureIt: string
      addFile: string
      theSession: string
      removeFromProgramme: string
      placed: string
      saved: string
      speakerAdded: string
      fileAdded: string
      notHttps: string
      save: string
      addSession: string
      withWhom: (facts: { names: Text }) => string
    }
    views: {
      addEvent: string
      change: string
      addSession: string
      callForProposals: string
      participants: string
      proposals: string
      myProposals: string
      changeSession: string
    }
    rules: {
      chooseLastDayAfterFirst: string
      tooLong: (facts: { most: Text }) => string
      outside: (facts: { first: Text; last: Text }) => string
      chooseEndAfterStart: string
      noCall: string
      callSoon: (facts: { day: Text }) => string
      callClosed: (facts: { day: Text }) => string
      chooseClosingDateAfter: string
      eventBeginsChooseEarlier: (facts: { day: Text }) => string
      withdrawn: string
      notAccepted: string
      notTold: string
      placed: string
    }
  }
  files: {
    scan: {
      subject: (facts: { name: Text }) => string
      text: (facts: { name: Text; found: Text; files: Text }) => string
      by: (facts: { name: Text; who: Text }) => string
      program: string
    }
    uploads: {
      haveUnfinishedUploadsFinish: (facts: { open: number }) => string
      thisUploadIsFinished: string
      haveBytesContinueThere: (facts: { received: number }) => string
      haveBytesContinueThere2: (facts: { received: number; upload: number }) => string
      morePartsFileHaveArrived: string
      uploadALargeFile: string
      upDescribeFileNextStep: (facts: { largest: Text }) => string
      file: string
      bringIt: string
      cancel: string
      chooseAFile: string
      chooseFileNotEmpty: string
      sendPartsMostBytes: (facts: { pieceSize: number }) => string
      uploadNotFound: string
    }
    refusals: {
      damaged: string
      tooLarge: (facts: { largest: number }) => string
      fileHasMbChooseFile: (facts: { size: number; largest: number }) => string
      removed: string
      infected: (facts: { found: Text }) => string
      empty: string
      piece: (facts: { most: number }) => string
      notComplete: string
      emptyNamed: (facts: { name: Text }) => string
      otherType: (facts: { name: Text; ending: Text; type: Text }) => string
    }
  }
  groups: {
    handover: {
      preparedSubject: (facts: { group: Text }) => string
      preparedText: (facts: { name: Text; group: Text; giver: Text; taker: Text; link: Text }) => string
      doneSubject: (facts: { group: Text }) => string
      doneText: (facts: { name: Text; group: Text; giver: Text; taker: Text; actions: number; link: Text }) => string
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
      namedText: (facts: { name: Text; link: Text; organisation: Text; who: Text; community: Text }) => string
      confirmedSubject: (facts: { organisation: Text }) => string
      confirmedText: (facts: { name: Text; organisation: Text; who: Text; community: Text; day: Text }) => string
      refusedSubject: (facts: { organisation: Text }) => string
      refusedText: (facts: { name: Text; organisation: Text; who: Text; community: Text; reason: Text }) => string
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
      subject: (facts: { day: Text; group: Text }) => string
      text: (facts: { name: Text; day: Text; role: Text; group: Text; link: Text }) => string
      leadSubject: (facts: { day: Text; name: Text; group: Text }) => string
      leadText: (facts: { name: Text; day: Text; who: Text; role: Text; group: Text; link: Text }) => string
    }
    roster: {
      title: string
      asOf: (facts: { day: Tag }) => Child[]
      another: string
      on: string
      none: string
      vacant: string
      before: (facts: { count: Text }) => string
      beforeOf: (facts: { group: Text }) => string
      edit: string
      since: (facts: { from: Tag }) => Child[]
      roles: {
        coordinator: string
        deputy: string
        liaison: string
        member: string
        moderator: string
      }
      fromTo: (facts: { from: Tag; to: Tag }) => Child[]
      sinceYear: (facts: { year: Text }) => string
      termNotKnown: string
      termEnd: string
      startNeeded: string
    }
    decisions: {
      theReviewComesAfterTheDecision: string
      chooseReviewDateAfterToday: string
      onlyALaterDecisionOfThe: string
      decisionNotFound: string
    }
    facts: {
      chooseLeastOneUserGroup: string
      chooseUserGroupsList: string
      alreadySiteSelectAbove: (facts: { name: Text }) => string
      shortNameTakenChooseAnother: string
      aboutTheGroup: string
      userGroupAddedSelectBelow: string
      homeCharterReportsEmailsShow: string
      name: string
      shortDescription: string
      oneSentenceHomeShowsUnder: string
      foundedOn: string
      product: string
      vendor: string
      save: string
      userGroups: string
      userGroupsGroup: string
      theirSteeringCommitteesOverseeIt: string
      hostsOfTheLists: string
      hostsModerateListTogether: string
      newUserGroup: string
      exampleExampleUserGroup: string
      shortName: string
      lowerCaseLettersDigits: string
      addIt: string
      saved: string
      errors: {
        slug: string
        foundedOn: string
      }
      saveUserGroups: string
    }
    handoverPage: {
      chooseAnotherPersonHandRole: string
      personHasNotHadRole: (facts: { nameOfRole: Text }) => string
      appointPersonRosterFirst: string
      thereIsAHandoverOfThis: string
      handoverNotFound: string
      handoverAlreadyCompleted: string
      entryNotFound: string
      handoversOf: (facts: { name: Text }) => string
      preparedLookItOverThenHand: string
      writtenDown: string
      takenOff: string
      handoverTo: (facts: { taker: Text }) => string
      handedOver: string
      calledOff: string
      handovers: string
      handoverMovesEverythingRole: string
      roster: string
      noHandoversYet: string
      to: (facts: { nameOfRole: Text; giver: Text; taker: Text }) => string
      prepareAHandover: string
      role: string
      from: string
      to2: string
      someoneTermRoleNowLater: string
      noteNextPerson: string
      whatNoListShowsHabits: string
      prepareIt: string
      accountsElsewhere: string
      exampleAccountOnlineMeetings: string
      noAccountsYet: string
      elsewhere: string
      takeOff: (facts: { title: Text }) => string
      takeOff2: string
      whatItIs: string
      roleUsesAccount: string
      howHandAccountOver: string
      addEntry: string
      nothingHasMovedYetCheck: string
      prepared: string
      handedOver2: string
      nothingBelongsRoleYet: string
      handOverTo: (facts: { taker: Text }) => string
      cancelHandover: string
      states: {
        prepared: string
        done: string
        withdrawn: string
      }
      ways: {
        passes: {
          title: string
          lead: string
        }
        follows: {
          title: string
          lead: string
        }
        action: {
          title: string
          lead: string
        }
      }
      kinds: {
        action: string
        elsewhere: string
      }
      takeOver: (facts: { title: Text }) => string
    }
    offices: {
      nobodyHereHasConfirmedThis: string
      termNotFound: string
      siteNeedsAdministratorAfter: string
      administratorsAndCommittees: string
      saved: string
      administratorsRunTheSiteA: string
      currentAndFutureTerms: string
      historyOf: (facts: { name: Text; nameOf: Text }) => string
      history: string
      aLastDay: (facts: { ends: boolean }) => string
      lastDayOf: (facts: { name: Text }) => string
      save: string
      appointPerson: string
      personsEmailAddress: string
      office: string
      steeringCommittee: (facts: { name: Text }) => string
      administratorOfTheSite: string
      from: string
      to: string
      leaveEmptyIfThereNo: string
      how: string
      electedAppointedByTheBoard: string
      appointPerson2: string
      since: (facts: { day: Text }) => string
      until: (facts: { day: Text }) => string
    }
    referentsPage: {
      organisationNotFound: string
      chooseUserGroupWhich: string
      chooseLastDayAfterFirst: string
      institutionHasAlreadyNamed: string
      entryNotFound: string
      namedPersonSoSomeoneElse: string
      enterReasonInstitutionWill: string
      someoneElseReferentDayLater: string
      referentOf: (facts: { name: Text }) => string
      referents: string
      takenBack: string
      referentNamedUserGroupGets: string
      referentVotesInstitutionName: string
      waitingUserGroup: string
      standIn: (facts: { standIn: boolean; name: Text; community: Text }) => string
      waitsForTheUserGroup: string
      namedBy: (facts: { namer: Text; time: Tag }) => Child[]
      withdrawName: (facts: { name: Text }) => string
      withdrawName2: string
      institutionNotMemberUser: string
      name: string
      mailAddress: string
      userGroup: string
      standReferent: string
      speaksWhenTheReferentCannot: string
      from: string
      to: string
      leaveEmptyIfThereNo: string
      nameReferent: string
      institutionsNameTheir: string
      referentsToConfirm: string
      nobodyWaits: string
      standIn2: (facts: { standIn: boolean; name: Text; organisation: Text }) => string
      fromNamedBy: (facts: { email: Text; community: Text; day: Tag; namer: Text }) => Child[]
      reason: string
      onlyNeededRejectReferent: string
      confirm: string
      rejectReferent: string
      vacant: string
      everyMemberInstitutionHas: string
      noReferentIn: (facts: { community: Text }) => string
      confirmed: string
      refused: string
    }
    rosterImport: {
      importedRosters: string
      termsAdded: string
      termsEnded: string
      rowsWithoutChanges: string
      newPeople: string
      termsAddedTermsEnded: (facts: { added: Text; ended: Text }) => string
      rosterOf: (facts: { name: Text }) => string
      cannotReadTermEnterYears: (facts: { term: Text }) => string
      enterLastDayAfterFirst: string
      enterAName: string
      enterNameUp200Characters: string
      looksLikeAFormulaWriteThe: (facts: { row: Text }) => string
      notEmailAddressEnterOne: (facts: { email: Text }) => string
      severalPeopleAreCalledGiveThe: (facts: { name: Text }) => string
      enterInstitutionNameUp300: string
      isNoRoleOfAGroup: (facts: { role: Text; roleWords: Text }) => string
      thisTermStandsInLineAlready: (facts: { line: Text }) => string
      title: string
      lead: string
      fields: {
        institution: string
        person: string
      }
      newOrganisation: (facts: { name: Text }) => string
      newPerson: (facts: { address: boolean }) => string
      days: (facts: { end?: Maybe; start: Text }) => string
      undo: {
        lead: (facts: { name: Text }) => string
        terms: string
        ends: string
        people: string
        institutions: string
        termsStay: string
        endsStay: string
        confirmed: string
      }
      columns: {
        name: string
        email: string
        role: string
        term: string
        from: string
        to: string
        institution: string
        how: string
      }
    }
    rosterPage: {
      termNotFound: string
      rosterOf: (facts: { name: Text }) => string
      saved: string
      editRoster: string
      import: string
      handovers: string
      viewRoster: string
      today: string
      noRolesYet: string
      historyOf: (facts: { name: Text; nameOf: Text }) => string
      history: string
      changeLastDay: string
      aLastDay: string
      lastDayOf: (facts: { name: Text }) => string
      save: string
      appointPerson: string
      personsEmailAddress: string
      role: string
      formalRoleCharter: string
      from: string
      dateLike20260131: string
      to: string
      theLastDayAYearOr: string
      how: string
      electedAppointedByTheCommitteeA: string
      appointPerson2: string
    }
    tasksPage: {
      chooseSomebodyOfTheGroup: string
      taskNotFound: string
      taskAlreadyFinishedReopen: string
      enterReasonDroppingTask: string
      actions: string
      chooseOneOfYourGroups: string
      writtenDown: string
      saved: string
      taskReopened: string
      noDaySet: string
      due: (facts: { late: boolean; day: Tag }) => Child[]
      whichActions: string
      mine: string
      ofMyGroups: string
      settled: string
      noFinishedTasksYet: string
      noOpenTasks: string
      tasksMeetingsHandoversEmails: string
      done: (facts: { title: Text }) => string
      done2: string
      newTask: string
      task: string
      group: string
      person: string
      nobodyYet: string
      by: string
      note: string
      addTask: string
      itsPage: string
      cameFrom: string
      addedOn: string
      result: string
      settleIt: string
      dropTaskEnterReason: string
      dropTask: string
      changeIt: string
      save: string
      reopenTask: string
      markedDone: string
      markedDropped: string
      states: {
        done: string
        dropped: string
      }
      finishedOn: string
      sources: {
        meeting: string
        message: string
        request: string
        handover: string
        decision: string
      }
    }
  }
  imports: {
    actions: {
      anImportIntoThisListIs: string
      someoneUndidImportMeantime: string
    }
    follow: {
      onlyCoordinatorDeputy: string
      siteFollowsListAlready: string
      siteDoesNotFollowList: string
      thisHasBeenAnsweredAlready: string
      thisListHasMovedAlready: string
      followElsewhere: (facts: { title: Text }) => string
      followedSubscribeOurAddressThere: string
      askedOtherServerEmailIts: string
      answered: string
      moveHere: (facts: { title: Text }) => string
      isSiteNow: (facts: { title: Text }) => string
      siteNoLongerFollowsList: string
      thereIsNoSuchNotice: string
      followListAnotherServer: string
      whileAnotherServerHostsList: string
      listAddressOtherServer: string
      exampleMyListListsElsewhere: string
      followIt: string
      listMovedHere: string
      followedElsewhere: string
      moveListHere: string
      elsewhere: string
      ourAddressThere: string
      since: string
      archived: string
      last: string
      moved: string
      siteNowSendsEmailList: string
      subscribeTheAddressBesideToThe: string
      askToJoinByMail: string
      emailOtherServer: string
      noEmailYet: string
      questionsNoticesOtherServer: string
      answered2: string
      answerYes: (facts: { subject: Text }) => string
      answerYes2: string
      orNot: string
      archiveStaysOurAddressLeaves: string
      stopFollowingList: string
      moveHere2: (facts: { title: Text }) => string
      moveListHere2: string
      siteWillSendEmailList: (facts: { subscribers: number; from: Text }) => string
      closeTheListThereFirstSo: string
      listHasNoSubscribersYet: string
    }
    oldAddresses: {
      thereIsNoSuchList: string
      thereIsNoSuchMessage: string
    }
    runs: {
      programs: {
        mailman2: string
        mailman3: string
        file: string
        mbox: string
      }
      importStartsMoment: string
      ofMail: (facts: { value: Text; of: number }) => string
      importsInto: (facts: { listTitle: Text }) => string
      importBeingUndone: string
      importInto: (facts: { title: Text }) => string
      kinds: {
        member: string
        line: string
        leaver: string
        ban: string
        stranger: string
        held: string
        applicant: string
        address: string
      }
      outcomes: {
        added: string
        known: string
        left: string
        wrong: string
      }
      imports2: string
      everyImportItsSummaryCan: string
      subscribeFromAFile: string
      noImportsIntoListYet: string
      imports: string
      archive: string
      messages: string
      howMany: string
      importedWithWarnings: string
      theArchiveAlready: string
      keptForAPersonToLook: string
      balance: string
      importWasEmpty: string
      peopleAndWaitingMessages: string
      what: string
      result: string
      leftOut: string
      onlyAdministrators: string
    }
    undo: {
      anImportIntoThisListIs: string
    }
    uploads: {
      thisImportHasBegunAlready: string
      importDidNotStop: string
      isNoFileOfMembersCsv: (facts: { plainName: Text }) => string
      bringAFileOrPasteThe: string
      importAList: string
      subscribeFromAFile: (facts: { title: Text }) => string
      bringIn: (facts: { listName: Text }) => string
      chooseAGroup: string
      bringingIn: (facts: { listName: Text }) => string
      nothingImportedLinesHave: (facts: { wrong: number }) => string
      itGoesOnWhereItWas: string
      filesDeletedWhatImportAdded: string
      leaveOutTheWrongLineAnd: string
      leaveOutTheWrongLinesAnd: (facts: { n: Text }) => string
      importsInto: (facts: { listName: Text }) => string
      mailman213Mailbox: string
      list: string
      partItsAddressBeforeIf: string
      whoseList: string
      files: string
      configPckRequestPckAndHeldmsg: string
      nameElsewhere: string
      onlyIfFilesContainSeveral: string
      lookAtIt: string
      largerArchivesAndTheRest: (facts: { code: Tag }) => Child[]
      importsOnTheWebsite: string
      subscribeFromAFile2: string
      theOutputOfListMembersOr: string
      oneAddressEachLineCsv: string
      orPasteAddresses: string
      oneALineWithAName: string
      removePeopleWhoNotFile: string
      seeTheirNamesBeforeAnything: string
      cancel: string
      settingsPeopleImport: string
      what: string
      there: string
      here: string
      how: string
      newOnTheListAlreadyNobody: (facts: { added: number; here: number }) => string
      wrong: (facts: { count: number }) => string
      importOthersOnlyIfChoose: string
      line: (facts: { line: Text; reason: Text }) => string
      andMore: (facts: { wrong: Text }) => string
      noOneRemovedList: string
      removedFromTheList: (facts: { count: number }) => string
      andMore2: (facts: { leaving: Text }) => string
      moreFiles: string
      fileReplacesAnotherFileSame: string
      add: string
      importTheSettingsToo: string
      ifNotListKeepsIts: string
      begin: string
      deleteImport: string
      kb: (facts: { kindOf?: Maybe; ceil: Text }) => string
      whatCameSoFarStaysUntil: string
      itStopped: (facts: { error?: Maybe }) => string
      tryAgain: string
      importedSoFarHowUndo: string
      deleteFiles: string
    }
  }
  journal: {
    pages: {
      historyOf: (facts: { title: Text }) => string
      activityLogNewestFirst: string
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
    refusals: {
      thereIsNoSuchPage: string
      pleaseLookAgain: string
      noSuchGroup: string
      noSuchList: string
      thisImportWasTakenBackAlready: string
      nobodyHereHasThisAddressYet: string
      sayWhy: string
      thereIsNoSuchFile: string
      lookAgain: string
      thereIsNoSuchGroup: string
      thereIsNoSuchVersion: string
      chooseAgain: string
      thatIsALotInAn: string
      thereIsNoSuchImport: string
      thereIsNoSuchAddress: string
      chooseOneOfThoseThatAre: string
      thisIsDecidedAlready: string
      thisQuestionIsSettled: string
      thisLinkIsOutOfDate: string
      noField: string
    }
    rules: {
      lineNothingWasChanged: (facts: { line: Text; problem: Text }) => string
      theHasChangedSinceYouLooked: string
      columnNeeded: string
      noColumn: string
      columnTaken: (facts: { column: Text; label: Text }) => string
    }
    pbTable: {
      aPbFileBeginsWithMeta: string
      hasNoColumn: (facts: { section: Text; missing: Text }) => string
      thereAreFieldsMoreThanThe: (facts: { fields: Text; columns: Text }) => string
      useWholeNumber: (facts: { what: Text; value: Text }) => string
      useNumber0: (facts: { what: Text; value: Text }) => string
    }
    pbTotals: {
      butFileHas: (facts: { key: Text; value: Text; found: Text }) => string
      projectHasInTheColumnBut: (facts: { id: Text; said: Text; column: Text; sum: Text }) => string
    }
    readBlt: {
      theFileEndsBefore: (facts: { what: Text }) => string
      aBltFileBeginsWithThe: string
      thereAreCandidates: (facts: { candidates?: Maybe }) => string
      isNotUnderstood: (facts: { text: Text }) => string
      thereAreNicknamesForCandidatesOr: (facts: { nicknames: Text; ids: Text }) => string
      notACandidate: (facts: { called: Text }) => string
      notVoteVoteBeginsNumber: (facts: { text: Text }) => string
      aBallotMustEndWith0: string
      voteNamesTwice: (facts: { twice: Text }) => string
      theBallotStandsForPapers: (facts: { times: Text }) => string
    }
    readPb: {
      theVoteTypeIsWhichIs: (facts: { value: Text; voteTypes: Text }) => string
      voteOfVoter: (facts: { id: Text; why: Text }) => string
      isMissing: (facts: { column: Text }) => string
      isThereAlreadyOnLine: (facts: { what: Text; id: Text; before: Text }) => string
      voterNamesProjectsAndGivesPoints: (facts: { id: Text; votes: Text; points: Text }) => string
      thePaperOfVoterNamesTwice: (facts: { id: Text; twice: Text }) => string
      thePaperOfVoterGivesPoints: (facts: { id: Text; text: Text; option: Text }) => string
    }
    api: {
      theRequestDoesNotFitIts: string
      thisTokenLacksTheScope: (facts: { scope: Text }) => string
      notValidCursor: string
      useValueNextPageBefore: string
    }
    fileUpload: {
      pdfWordExcelTextAPicture: string
      isHere: (facts: { b: Tag }) => Child[]
      uploadProgress: string
      largerThan30MbUpload: (facts: { link: Tag }) => Child[]
      file: string
      script: {
        coming: string
        here: string
        refused: string
        later: string
        waiting: string
      }
    }
    view: {
      nothingIsRecordedYet: string
    }
    pages: {
      undoImport: (facts: { one: string }) => string
      itGoesOnWhereItWas: string
    }
    sheetViews: {
      spreadsheet: string
      csvOrXlsxAtMost100: string
      lookAtIt: string
      downloadCurrentDataThese: string
      knownColumns: string
      needed: (facts: { label: Text }) => string
      ignoreOtherColumnsNextPage: string
      nothingIsSavedYet: string
      file: string
      readAs: string
      rows: string
      newIt: string
      changed: string
      unchanged: string
      wrong: string
      correctFileUploadAgainImport: string
      rowsHaveErrors: (facts: { problems: number }) => string
      changesToMake: string
      noChangesSiteAlreadyHas: string
      saveChanges: (facts: { changes: number }) => string
      changes: string
      andMore: (facts: { n: Text }) => string
      matchColumns: string
      notInThisFile: string
      lookAgain: string
      firstRows: string
      theFirstRowsOfTheFile: string
      states: {
        fresh: string
        changed: string
      }
    }
    sheets: {
      matchTheColumnsFirst: string
      readASheetOf: (facts: { what: Text }) => string
      matchColumns: string
      applyASheetOf: (facts: { what: Text }) => string
      tooLate: string
    }
    views: {
      commandLine: string
      earlierImports: string
      imports: string
      line: string
      column: string
      error: string
      andMore: (facts: { n: Text }) => string
      importStartsMoment: string
      takenBack: string
      gone: (facts: { what: Text }) => string
      stayed: (facts: { what: Text }) => string
      undo: string
      lookAgain: string
      tryAgain: string
      importAnotherFile: string
      itStoppedWhatCameSoFar: (facts: { error: Text }) => string
      balance: string
      undoThisImport: (facts: { one: string }) => string
      thereIsNothingLeftToTake: string
      whatGoes: string
      what: string
      howMany: string
      whatStays: string
      why: string
      undo2: string
      back: (facts: { open: boolean }) => string
      undoneThingsWereKept: (facts: { stayed: number }) => string
      states: {
        shown: string
        running: string
        stopped: string
        failed: string
        unended: string
        done: string
        confirmed: string
        undoing: string
        undone: string
      }
      moving: string
    }
    upload: {
      thisFileCannotBeRead: string
      chooseAFile: string
    }
    when: {
      day: string
      time: string
      minutes: string
      beforeAfterClockChange: string
      theFirstBeforeTheClocksGo: string
      afterClocksGoBack: string
      timeZone: string
      timeZoneDayTimeExample: string
    }
    acts: {
      personOnly: string
      private: string
    }
    texts: {
      address: string
    }
    outward: {
      noAddress: string
      noPassword: string
      onlyHttps: string
      inner: (facts: { host: Text }) => string
      noDns: (facts: { host: Text }) => string
    }
  }
  list: {
    membershipMail: {
      subject: (facts: { counts: Text; list: Text }) => string
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
        subject: (facts: { count: Text; list: Text }) => string
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
      weeklyLead: (facts: { list: Text; posts: number; threads: number }) => string
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
      agree: (facts: { link: Tag }) => Child[]
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
      closedSubject: (facts: { offers: number; group: Text }) => string
      closedText: (facts: { name: Text; link: Text; group: Text }) => string
      decidedSubject: (facts: { group: Text }) => string
      appointed: (facts: { name: Text; day: Text; group: Text; link: Text }) => string
      runner_up: (facts: { name: Text; group: Text; link: Text }) => string
      declined: (facts: { name: Text; group: Text; link: Text }) => string
      postSubject: (facts: { group: Text }) => string
      postText: (facts: { text: Text; day: Text; link: Text }) => string
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
      settings: (facts: { address: Text; receiving: Text }) => string
      pausedUntil: (facts: { day: Text }) => string
      ownPosts: (facts: { on: boolean }) => string
      whenAddressed: (facts: { on: boolean }) => string
      onlyTopics: (facts: { on: boolean }) => string
      follows: (facts: { topics: Text }) => string
      mutes: (facts: { topics: Text }) => string
    }
    actions: {
      nameIsReserved: string
      chooseAnotherNameThisOneIs: string
      nameBelongsRoleMailbox: string
      chooseAnotherNameRoleMailbox: string
      listNameTakenChooseAnother: string
      moderatorsDecideWhoJoinsList: string
      confirmEmailAddressFirst: string
      moderatorsHaveBlockedList: string
      applicationNotFound: string
      onlySubscribersWriteToThisList: string
      addEmailAddressAccountFirst: string
    }
    api: {
      addressBelongsMailingList: string
      addressBelongsMailingList2: string
      subscriptionNotFound: string
    }
    bans: {
      patternMatchesEveryone: string
      patternMatchesEveryoneEnter: string
      onlyAdministratorsCanBlock: string
      thisDatePast: string
      chooseTodayLaterDate: string
      blockNotFound: string
      onlyAdministratorsCanUnblock: string
      bansOf: (facts: { title: Text }) => string
      banned: string
      senderUnblocked: string
      kindWords: {
        address: string
        domain: string
        pattern: string
      }
      actionWords: {
        accept: string
        hold: string
        reject: string
        discard: string
      }
      blockedSenders: string
      bans: string
      blockedSendersCannotJoinList: (facts: { link: Tag }) => Child[]
      noBlockedSenders: string
      whom: string
      reason: string
      until: string
      by: string
      act: string
      over: (facts: { day: Tag }) => Child[]
      unblockSender: (facts: { value: Text }) => string
      lift: string
      banSomebody: string
      addressDomainOrPattern: string
      onlyModeratorsCanRead: string
      lastDayBlockLeaveEmpty: string
      onTheWholeSite: string
      ban: string
      sendersWhoNotSubscribers: string
      noRulesSingleSendersYet: string
      writers: string
      theirMail: string
      forget: (facts: { value: Text }) => string
      forget2: string
      ruleForASender: string
      set: string
      kindOptions: {
        address: string
        domain: string
        pattern: string
      }
      noEnd: string
      kindEverywhere: (facts: { kind: Text }) => string
      errors: {
        address: string
        domain: string
      }
    }
    bouncesPage: {
      subscriptionNotFound: string
      subscriberNotFound: string
      bouncesOf: (facts: { title: Text }) => string
      closedItOpensAgainIfIt: string
      subscriptionRestarted: (facts: { name: Text }) => string
      subscriptionRestartedGet: (facts: { title: Text }) => string
      to: (facts: { first: Tag; last: Tag }) => Child[]
      bounces: string
      countOnlyAddressesNoLonger: string
      last30Days: string
      returnedEmailLast30Days: string
      incidents: string
      noIncidents: string
      whenManyEmailsOneMessage: string
      removedMessage: string
      doesNotAcceptOurEmail: (facts: { subject: Text }) => string
      delivery: (facts: { failures: number }) => string
      closed: string
      closeIncident: (facts: { id: Text }) => string
      close: string
      theServerGaveNoWords: string
      suspended: string
      noStoppedSubscriptions: string
      suspendedSubscribers: string
      since: (facts: { email: Tag; time: Tag }) => Child[]
      restartSubscriptionOf: (facts: { name: Text }) => string
      restartSubscription: string
      incidentNotFound: string
      refusedPost: (facts: { subject: Text }) => string
      writtenAt: (facts: { domain: Text }) => string
    }
    health: {
      healthOf: (facts: { title: Text }) => string
      health: string
      messagesAnswersReturnedEmail: string
      paused: string
      openIncident: (facts: { openIncidents: number }) => string
      overTime: string
      posts: string
      messages: string
      authorsPerMonth: string
      people: string
      answeredWithin7Days: string
      perCentOfThreads: string
      firstMessagesNewSubscribers: string
      joined: string
      left: string
      returnedEmail: string
      deliveries: string
      incidents: string
      incidents2: string
      reasonsForReturnedEmail: string
      bounces: string
      returnedEmailLast30Days: string
      emailsLast30Days: string
      noEmailsSentLast30: string
      emailsLast30DaysStatus: string
      theFigures: string
      byMonthTheNewestFirst: string
      month: string
      writers: string
      newcomers: string
      threads: string
      answered: string
      cameBack: string
      in12Months: (facts: { isMean: boolean; shown: Text }) => string
      subscriber: (facts: { subscribers: number }) => string
      suspended: (facts: { suspended: number }) => string
      held: (facts: { held: number }) => string
      plot: (facts: { title: Text; unit: Text; months: number; shown: Text }) => string
      peak: (facts: { value: Text; month: Text }) => string
    }
    invitationsPage: {
      someLinesNotEmailAddresses: string
      correctTheseLines: (facts: { wrong: Text }) => string
      enterLeast1Address: string
      enterMostAddressesTime: (facts: { mostAtOnce: number }) => string
      invitationNotFound: string
      invitationsTo: (facts: { title: Text }) => string
      withdrawn: string
      stateWords: {
        waiting: string
        accepted: string
        declined: string
        withdrawn: string
      }
      invitations: string
      invitationsSent: (facts: { invited: number }) => string
      peopleToInvite: string
      oneAddressALineWithA: string
      yourMessage: string
      invite: string
      invited: string
      noInvitationsYet: string
      whom: string
      state: string
      act: string
      by: (facts: { inviter?: Maybe; time: Tag }) => Child[]
      withdrawInvitationTo: (facts: { email: Text }) => string
      withdraw: string
      why: {
        subscribed: string
        blocked: string
        asked: string
        otherLists: string
        enough: string
      }
      invitedOn: string
    }
    membersPage: {
      enterAddressesOnePerLine: string
      removeTheseAddressesWhichNot: (facts: { more: number; some: Text }) => string
      subscribersOf: (facts: { title: Text }) => string
      subscribers: string
      chooseAChange: string
      selectLeast1SubscriberAbove: string
      subscribersChanged: (facts: { changed: number }) => string
      subscribersRemovedList: (facts: { removed: number }) => string
      until: (facts: { time: Tag }) => Child[]
      subscriberFound: (facts: { title: Text; total: number }) => string
      importSubscribers: string
      viewImports: string
      downloadExcelFile: string
      downloadCsvFile: string
      findSubscribers: string
      nameOrAddress: string
      gets: string
      anything: string
      state: string
      any: string
      ownMail: string
      joinedSince: string
      noSubscribersMatch: string
      noSubscribersYet: string
      clearFilter: string
      who: string
      since: string
      changeSeveralSubscribers: string
      whom: string
      selectedAbove: string
      allResults: (facts: { total: number }) => string
      addressesEnteredBelow: string
      addresses: string
      oneAddressPerLineOnly: string
      what: string
      gets2: (facts: { label: Text }) => string
      emailTheyGet: string
      ownMail2: (facts: { label: Text }) => string
      theirMessages: string
      removeFromList: string
      goOn: string
      removePeopleList: (facts: { many: number; name: Text }) => string
      theirMessagesStayInTheArchive: string
      why: string
      emailThemContainsText: string
      emailThemAboutThis: string
      removeSubscribers: (facts: { many: number }) => string
      cancel: string
      andMore: (facts: { many: number }) => string
      subscription: string
      posting: {
        rules: string
        accept: string
        hold: string
        reject: string
        discard: string
      }
      states: {
        active: string
        paused: string
        suspended: string
        bouncing: string
      }
      columns: {
        name: string
        address: string
        words: string
      }
    }
    moderationRules: {
      rulesOf: (facts: { title: Text }) => string
      defaultRulesRestored: string
      saved: string
      ruleWords: {
        banned: string
        emergency: string
        'no-from': string
        'dmarc-fails': string
        'too-large': string
        spam: string
        header: string
        writer: string
        'not-subscribed': string
        automatic: string
        'first-posts': string
        suspicious: string
        'many-recipients': string
        implicit: string
        administrivia: string
        attachments: string
      }
      numberWords: {
        spam: string
        'first-posts': string
        'many-recipients': string
      }
      actionWords: {
        accept: string
        hold: string
        reject: string
        discard: string
      }
      checkedAgainLater: string
      emailRules: string
      checkEachMessageAgainstThese: string
      restoreDefaultRules: string
      off: (facts: { when: Text }) => string
      ruleAuthorApplies: (facts: { when: Text }) => string
      rules: string
      when: string
      then: string
      withIt: string
      asSetAuthor: string
      off2: string
      positionAndCondition: string
      on: string
      placeOf: (facts: { rule: Text }) => string
      actionFor: (facts: { rule: Text }) => string
      always: string
      on2: (facts: { rule: Text }) => string
      anotherPattern: string
      headerFieldOfANewPattern: string
      newPattern: string
      regularExpressionRe2Capital: string
      save: string
      testOnRecentMessages: string
      headerField: (facts: { label: Text }) => string
      pattern: (facts: { label: Text }) => string
      emptyThePatternToRemoveIt: string
      types: (facts: { label: Text }) => string
      testOnRecentMessages2: string
      usedSubscribersBlocked: string
      noMessagesToYet: (facts: { name: Text }) => string
      recentMail: string
      mail: string
      came: string
      resultThen: string
      resultNow: string
      fates: {
        post: string
        hold: string
        reject: string
        discard: string
        drop: string
      }
      drops: {
        loop: string
        automatic: string
      }
      says: (facts: { when: Text; action: Text }) => string
      noSubject: string
      errors: {
        tooMany: (facts: { most: number }) => string
        order: string
        twice: string
        action: string
        field: string
        type: string
        noTypes: string
        count: (facts: { most: number }) => string
      }
    }
    moderationPage: {
      messageHasNoSenderAddress: string
      someoneHasAlreadyDecided: string
      heldMessageNotFound: string
      subscriberNotFound: string
      said: {
        approve: string
        reject: string
        discard: string
      }
      heldMessages: (facts: { title: Text }) => string
      decide: string
      messagesDecided: (facts: { count: number }) => string
      messageTakenOtherModerators: string
      messageLeftOtherModerators: string
      noteSaved: string
      decided: string
      stateWords: {
        held: string
        approved: string
        rejected: string
        discarded: string
        expired: string
      }
      heldMail: string
      state: string
      noHeldMessages: string
      noMessagesStatus: string
      messagesEmailRulesHoldWill: (facts: { link: Tag }) => Child[]
      byARule: (facts: { time: Tag; reason: Text }) => Child[]
      decideOnSeveral: string
      mail: string
      why: string
      came: string
      choose: string
      takenBy: (facts: { claimer: Text }) => string
      chooseBy: (facts: { subject: Text; fromName: Text }) => string
      reasonForTheAuthors: string
      sendTextAuthorsWhenReject: string
      approveSelectedMessages: string
      rejectSelectedMessages: string
      discardSelectedMessages: string
      reasonForTheAuthor: string
      sendTextAuthorWhenReject: string
      alwaysApproveMessagesBy: (facts: { fromName: Text }) => string
      usedWhenApproveMessageNext: string
      approveMessage: string
      reject: string
      discardSilently: string
      from: string
      envelopeSender: string
      decidedBy: string
      attachments: string
      takeMessage: (facts: { isMine: boolean }) => string
      forModerators: string
      internalNote: string
      onlyModeratorsCanRead: string
      keep: string
      tookMessageCanStillDecide: (facts: { claimer: Text; time: Tag }) => Child[]
      someoneHasAlreadyDecided2: (facts: { state: Text }) => string
      linkNoLongerValid: string
      someoneHasAlreadyDecided3: string
      someoneHadAlreadyDecided: (facts: { left: number }) => string
      byPerson: (facts: { time: Tag; decider: Text }) => Child[]
      selectLeast1Message: string
      noSender: string
      noSubject: string
      more: string
    }
    nav: {
      heldMail: string
      applicationsToJoin: string
      subscribers: string
      invitations: string
      bounces: string
      health: string
      settings: string
      emailRules: string
      moderationOfTheList: string
      filesAndHtml: string
      blockedSenders: string
      movingHere: string
      general: string
      notices: string
      history: string
    }
    notices: {
      checkTheMarkedFields: string
      notices: string
      emailsListSendsItselfCan: string
      yourWords: (facts: { languages: Text }) => string
      noticesOf: (facts: { title: Text }) => string
      language: string
      subject: string
      text: string
      factsNeededGreetingAndSignature: (facts: { needed?: Maybe; facts: Text }) => string
      save: string
      preview: string
      restoreDefaultText: string
      preview2: string
      automaticEmailNotFound: string
      saved: string
      defaultTextRestored: string
      errors: {
        unknown: (facts: { unknown: Text; facts: Text }) => string
        missing: (facts: { missing: Text }) => string
        oneLine: string
      }
      labels: {
        'confirm-join': string
        'already-joined': string
        'request-waits': string
        welcome: string
        'request-rejected': string
        invitation: string
        'confirm-leave': string
        'not-joined': string
        left: string
        removed: string
        help: string
        'command-results': string
        'confirm-commands': string
        'held-author': string
        'post-rejected': string
        'held-expired': string
        'held-moderators': string
        'held-reminder': string
        'decision-unclear': string
        'decided-before': string
        'join-moderators': string
        'comings-moderators': string
        'vouch-asked': string
        'more-asked': string
      }
    }
    pagesPage: {
      mySubscriptions: string
      subscriptionNotFound: string
      youHaveLeft: (facts: { title: Text }) => string
      addressBelongsMailingList: string
      addressBelongsMailingList2: string
      confirm: string
      unsubscribe: string
      youHaveJoined: (facts: { title: Text }) => string
      writeTo: (facts: { title: Text }) => string
      haveReachedLimitMessagesHour: string
      messageSentWillSeeHere: string
      subscriberNotFound: string
      removedFromTheList: (facts: { name: Text }) => string
    }
    queries: {
      onlySubscribersWriteToThisList: string
    }
    receiving: {
      subscriptionNotFound: string
      sendEmailOnlyConfirmed: string
      chooseOneOfYourConfirmed: string
      enterOneWordExampleRollover: string
      emailIGetFrom: (facts: { title: Text }) => string
      saved: string
      subscriptionRestartedGet: string
      receivingHints: {
        each: string
        mime_digest: string
        plain_digest: string
        weekly: string
        none: string
      }
      mySubscriptions: string
      leaveList: string
      pausedUntil: (facts: { time: Tag }) => Child[]
      restartSubscription: string
      emailIGet: string
      myAddressList: string
      canWriteAllConfirmed: string
      sendMeMyOwnMessages: string
      dailyDigestAlwaysContainsAll: string
      sendMeCopyEvenWhen: string
      onlyTheTopicsThatIFollow: string
      newEndPause: string
      pauseUntil: string
      getNoEmailBeforeDate: string
      save: string
      topics: string
      wordsWithAInTheSubject: string
      noTopicsLastYear: string
      followed: string
      muted: string
      anotherTopic: string
      follow: string
      mute: string
      reset: string
      pressed: (facts: { act: Text; topic: Text }) => string
      errors: {
        noDay: string
        past: string
        tooLong: string
      }
    }
    roleAddresses: {
      chooseUserGroupSteering: string
      nameBelongsMailingList: string
      chooseAnotherNameMailingList: string
      thisAddressIsTaken: string
      chooseAnotherNameAnotherRole: string
      thisAddressIsClosedAlready: string
      roleMailboxes: string
      roleMailboxCreated: (facts: { name: Text }) => string
      roleMailboxClosedCanStill: string
      roleMailboxNotFound: string
      roleMailboxNotFound2: string
      personWhoHasRoleNow: string
      noRoleMailboxesYet: string
      addresses: string
      noOneHasRoleEmail: (facts: { hasHolders: boolean; title: Text; group: Text; holders: Text }) => string
      closed: string
      closeRoleMailbox: (facts: { name: Text }) => string
      closeRoleMailbox2: string
      newRoleMailbox: string
      address: string
      partBeforeExampleCoordinator: (facts: { mailDomain: Text }) => string
      senderName: string
      nameRecipientsSeeExample: string
      role: string
      whose: string
      openIt: string
      letters: string
      roles: {
        coordinator: string
        deputy: string
        liaison: string
        moderator: string
        steering: string
      }
    }
    settings: {
      onlyTheCoordinatorTheDeputyAnd: string
      checkTheMarkedFields: string
      atLeast: (facts: { least: number }) => string
      atMost: (facts: { most: number }) => string
      settingsOf: (facts: { title: Text }) => string
      filesAndHtml2: (facts: { title: Text }) => string
      saved: string
      historyOfSettings: (facts: { title: Text }) => string
      settingWords: {
        title: string
        description: string
        language: string
        archive: string
        joinPolicy: string
        maxSize: string
        emergency: string
        provenSenders: string
        remindDays: string
        expireDays: string
        tellChanges: string
        subjectPrefix: string
        footer: string
        repliesTo: string
        receiving: string
        digestKb: string
        digestMessages: string
        digestHour: string
        digestZone: string
        html: string
        linkAboveKb: string
        linkTypes: string
        dropTypes: string
        rules: string
      }
      settings: string
      theList: string
      listName: string
      nameEmailsPages: string
      description: string
      language: string
      automaticEmailsPeopleWhose: string
      joiningAndReading: string
      whoCanJoin: string
      whoCanReadArchive: string
      emailModeratorsAboutNewPast: string
      oneEmailDayOnlyWhen: string
      messagesToTheList: string
      maximumMessageSizeMb: string
      emailRulesDecideLarger: string
      emergencyModeHoldEvery: string
      forAQuarrelOrAFlood: string
      sendMessagesSubscriberOnly: string
      byASignatureOrTheSending: string
      remindModeratorsOfHeldMailAfter: string
      heldMessagesExpireAfterDays: string
      authorGetsEmailExceptWhen: string
      messagesFromTheList: string
      subjectPrefix: string
      breaksTheSignatureOfTheWriters: string
      footer: string
      breaksSignaturesTooListAddress: string
      repliesGoTo: string
      repliesListBreakEmail: string
      newSubscribersAndDigests: string
      newcomersReceive: string
      maximumDigestSizeKb: string
      largerMessagesAppearText: string
      maximumMessagesDigest: string
      hourOfTheDigest: string
      number023TimeZone: string
      timeZone: string
      save: string
      filesAndHtml: string
      changeMessageBreaksAuthors: string
      files: string
      sendFilesLinkKb: string
      linkOpensArchiveLeaveEmpty: string
      sendTheseFileTypesLink: string
      endingsAndMediaTypesWithSpaces: string
      doNotSendTheseFile: string
      removeTheseFilesMessages: string
      html: string
      messagesWithHtmlOnly: string
      notice: (facts: { label: Text; language: Text }) => string
      mb: (facts: { size: number }) => string
      defaultText: string
      defaultRules: string
      theSameInAnotherOrder: string
      historyOfSettings2: string
      noChangesYet: string
      changes: string
      setting: string
      before: string
      after: string
      by: string
      when: string
      afterDays: (facts: { days: number }) => string
      nothing: string
      yes: string
      no: string
      byProgram: string
      joinOptions: {
        open: string
        confirm: string
        vetted: string
        closed: string
      }
      archiveOptions: {
        public: string
        subscribers: string
        group: string
      }
      replyOptions: {
        author: string
        list: string
      }
      htmlOptions: {
        free: string
        always: string
        text: string
        keep: string
      }
      errors: {
        groupArchive: string
        remindDays: (facts: { days: number }) => string
        linkAboveKb: (facts: { size: number }) => string
        type: string
        twice: (facts: { type: Text }) => string
        zone: string
        receiving: string
        footer: (facts: { unknown: Text; facts: Text }) => string
        prefix: string
      }
    }
    vettingPage: {
      applicationNotFound: string
      someoneHasAlreadyDecided: string
      enterReasonApplicantWillRead: string
      chooseOrganisationUsesEmail: string
      chooseWhoResponsibleData: string
      chooseTheUserGroupThatAnswers: string
      applicationAlreadyDecidedHas: string
      cannotAddMoreApplication: string
      accountBelongsSomeoneElse: string
      yourInstitutionDoesNotSayThat: string
      enterAddressColleagueNotOwn: string
      referentNotFound: string
      thisPersonHasBeenAskedAlready: string
      applicationsToJoin: (facts: { title: Text }) => string
      saved: string
      enterYourQuestion: string
      questionSentApplicant: string
      applicationTakenOther: string
      applicationLeftOther: string
      questionSentReferent: string
      rungWords: {
        proved: string
        person: string
        open: string
      }
      applicationsToJoin2: string
      nobodyWaits: string
      applicationsConfirmedAddress: string
      addressConfirmed: (facts: { time: Tag }) => Child[]
      isLooking: (facts: { claimer: Text }) => string
      automaticApproval: string
      peopleWhoCanJoinWithout: string
      moderatorAlwaysDecidesFree: string
      save: string
      givesAddressesEveryone: (facts: { shown: Text }) => string
      doesNotLookLikeStaff: (facts: { name?: Maybe; shown: Text }) => string
      directoryHasNoOrganisation: (facts: { shown: Text }) => string
      severalOrganisationsHaveAPartOf: (facts: { shown: Text; candidates: Text }) => string
      belongsTo: (facts: { domain: Text; name: Text; kind: Text }) => string
      noContractForceToday: string
      noOrganisationSoNoContract: string
      inForceToday: (facts: { names: Text }) => string
      staffPage: (facts: { link: Tag }) => Child[]
      says: (facts: { text: Text }) => string
      asked: (facts: { person?: Maybe; text: Text }) => string
      theInstitution: string
      signInOf: (facts: { organisation: Text; stated: Tag }) => Child[]
      askHasstandinSelectTrueStandIn: (facts: { isStandIn: boolean; name: Text; organisation: Text }) => string
      questionSentNotAnsweredYet: (facts: { who: Text }) => string
      vouches: (facts: { who: Text }) => string
      workplaceNotConfirmedBy: (facts: { who: Text }) => string
      earlierRequests: string
      suggestionFrom: (facts: { country?: Maybe; source: Text; name: Text }) => string
      addToDirectory: (facts: { hasRegistered: boolean }) => string
      addOrganisationToDirectory: (facts: { hasSuggestions: boolean }) => string
      applicationToJoin: (facts: { title: Text }) => string
      address: string
      asked2: string
      knownHereAs: string
      decidedBy: string
      organisation: string
      responsibleForTheData: string
      proved: string
      evidence: string
      applicantAnsweredEmail: string
      domain: string
      contract: string
      staff: string
      institutionConfirmsIt: string
      somebodyVouches: string
      evidencePersonWorksThere: string
      takeApplication: string
      takenBy: (facts: { claimer: Text }) => string
      leaveToOthers: string
      workplace: string
      noneOfThese: string
      responsibleForTheData2: string
      userGroupSharesListWhich: string
      iHaveReadTheStaffPage: string
      toTheApplicant: string
      reasonRejectionQuestion: string
      accept: string
      askApplicant: string
      reject: string
      approvedDone: string
      rejectedDone: string
      policies: {
        never: string
        vouched: string
        recognised: string
      }
      belongsVendorNoContract: (facts: { name: Text }) => string
      namedUnknown: (facts: { email: Text }) => string
      states: {
        approved: string
        rejected: string
        waiting: string
        unconfirmed: string
        expired: string
      }
      proofs: {
        address: string
        domain: string
        contract: string
        federated: string
        vouch: string
        staff_page: string
      }
      errors: {
        unknown: string
        self: string
        elsewhere: string
        nowhere: string
      }
    }
    views: {
      wrote: (facts: { fromName: Text; quote: Text }) => string
      writeToList: string
      subject: string
      message: string
      send: string
      subscribersGetEmailName: (facts: { subscribers: number }) => string
      mySubscriptions: string
      noSubscriptionsYet: string
      viewAllLists: string
      atSince: (facts: { receiving: Text; email: Text; time: Tag }) => Child[]
      changeSettingsFor: (facts: { title: Text }) => string
      change: string
      leave: (facts: { title: Text }) => string
      leave2: string
      stoppedSendingEmailAddress: (facts: { time: Tag }) => Child[]
      serverGaveNoReason: string
      restartSubscription: string
      reply: string
    }
    volunteersPage: {
      chooseTodayLaterDate: string
      chooseEndDateAfterStart: string
      callVolunteersNotFound: string
      haveNoOfferCanWithdraw: string
      someoneHasAlreadyDecided: string
      decideEveryOfferNewOne: string
      runnerUpNotFound: string
      theTermOfThisCallIs: string
      callsForVolunteers: string
      callForVolunteers: (facts: { group: Text }) => string
      chooseOneOfYourGroups: string
      callForVolunteersStarted: string
      offerSentWillEmailDecision: string
      takenBack: string
      decisionsSavedEveryoneWho: string
      appointed: string
      withdrawn: string
      outcomeNames: {
        appointed: string
        runner_up: string
        declined: string
      }
      decided: string
      withdrawn2: string
      closedNotDecidedYet: string
      openUntil: (facts: { day: Tag }) => Child[]
      offerFewHoursGroupOnly: string
      noCallsVolunteersYet: string
      calls: string
      oneSeatFrom: (facts: { seats: number; day: Tag }) => Child[]
      callForVolunteers2: string
      group: string
      role: string
      seats: string
      description: string
      tasksHoursMonthWhat: string
      termStartsOn: string
      andEnds: string
      offersUntil: string
      messageToAList: string
      aPostInYourNameWith: string
      noList: string
      startCall: string
      decide: string
      oneSeat: (facts: { seats: number }) => string
      decisionFor: (facts: { name: Text }) => string
      positionAmongRunnersUp: string
      saveDecisionsEmailEveryone: string
      withdrawCall: string
      term: string
      from: (facts: { day: Tag }) => Child[]
      to: (facts: { first: Tag; last: Tag }) => Child[]
      offers: string
      yourOffer: (facts: { outcome: Text }) => string
      yourOffer2: string
      newOffer: string
      yourReasons: string
      fewSentencesOnlyPeopleWho: string
      withdrawOffer: string
      noOffersYet: string
      appointToAVacantSeat: (facts: { name: Text }) => string
      appointToAVacantSeat2: string
      saveOffer: string
      sendOffer: string
      errors: {
        seats: string
        withdrawn: string
        decided: string
        closed: string
        tooMany: (facts: { seats: number }) => string
        order: string
        samePlace: string
      }
    }
    belongings: {
      roleMailbox: string
      list: string
    }
  }
  meetings: {
    letters: {
      invited: (facts: { title: Text; when: Text }) => string
      changed: (facts: { title: Text; when: Text }) => string
      cancelled: (facts: { title: Text; when: Text }) => string
      several: (facts: { count: Text; host: Text }) => string
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
      shifted: (facts: { later: boolean; day: Text; length: Text }) => string
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
      pollSubject: (facts: { day: Text; title: Text }) => string
      openPoll: (facts: { host: Text; day: Text }) => string
      openSeveralNew: (facts: { host: Text }) => string
      openReminderUnanswered: string
      openMinutesNext: string
      postPublished: string
      pollPage: (facts: { link: Text }) => string
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
        open: string
        allPast: string
        weeks: (facts: { n: number }) => string
        months: (facts: { n: number }) => string
        nth: (facts: { nth: number; weekday: Text }) => string
        at: (facts: { day: Text; time: Text; city: Text }) => string
        one: string
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
      minutesLong: (facts: { n: number }) => string
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
      clocks: (facts: { later: boolean; day: Text; length: Text }) => string
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
      next: string
    }
    actions: {
      chooseLeastOneGroup: string
      thisMeetingIsCancelled: string
      thisMeetingIsOver: string
      meetingSeriesNotFound: string
      invitationNotFound: string
      thisMeetingIsOverOrCancelled: string
    }
    api: {
      meetingNotFound: string
      youAreNotInvitedToThis: string
      chooseLastDayAfterFirst: string
      meetingSeriesNotFound: string
    }
    attendance: {
      attendance: string
      sayANumberAYearOr: string
      from1To60: string
      from1To100: string
      noted: string
      kindWords: {
        meeting: string
        call: string
        conference: string
        show_and_tell: string
      }
      ofMeetings: (facts: { meetings: number; attended: Text }) => string
      nothingExpected: string
      theShareThatWasThereAt: (facts: { shares: Text }) => string
      people: string
      there: string
      share: string
      ofIt: (facts: { attended: Text; expected: Text }) => string
      whatIsExpected: string
      nothingHasBeenSaidYet: string
      sayWhatIsExpected: string
      at: string
      soManyAYear: string
      orSoManyPercent: string
      ofHoldersOfFormalRolesAlone: string
      whereItSaysSo: string
      save: string
      meetings: string
      asATableCsv: string
      whichMeetings: string
      year: string
      allYears: string
      noMeetingHasBeenYet: string
      wereThere: string
      awayWithAnAcceptedReason: string
      byPerson: string
      heldAgainst: (facts: { year: Text }) => string
      name: string
      overTime: string
      expected: string
      byRole: string
      role: string
      byRegion: string
      fromTimeZones: string
      region: string
      states: {
        present: string
        late: string
        apologies: string
        absent: string
      }
      notRecorded: string
      guest: string
      speaker: string
      everyone: string
      peopleWithRole: string
      timesExpected: (facts: { who: Text; kind: Text; times: Text }) => string
      shareExpected: (facts: { who: Text; kind: Text; percent: Text }) => string
      asExpected: (facts: { kind: Text; attended: Text; wanted: Text }) => string
      fewerThanExpected: (facts: { kind: Text; attended: Text; wanted: Text }) => string
      shareCaption: (facts: { from: Text; to: Text }) => string
      meetingsCounted: (facts: { count: number }) => string
      group: string
      elsewhere: string
      columns: {
        meeting: string
        kind: string
        day: string
        name: string
        roles: string
        formal: string
        region: string
        attendance: string
        reason: string
        accepted: string
      }
    }
    decisions: {
      decisionReplaced: string
      reviewOfTheDecision: string
      nextReviewOn: string
      leaveEmptyIfNoReview: string
      itStands: string
      numberOfTheLaterDecision: string
      numberWithoutDExample12: string
      replaceDecision: string
      reviewed: string
    }
    guests: {
      meetingIsCancelled: string
      thisMeetingIsOver: string
    }
    minutes: {
      meetingNotFound: string
      thisMeetingIsCancelled: string
      agendaItemNotFound: string
      thereIsNoNextMeetingYet: string
      theseMinutesApprovedSoCannot: string
      shortenLineCharacters: (facts: { most: number }) => string
      lineNotFound: string
      thisLineIsADecisionAlready: string
      lineAlreadyTask: string
      theseMinutesAreApprovedAlready: string
      minutesEmptyAddLineFirst: string
      canAskCorrectionsOnlyWhile: string
      someoneHasAlreadyAnswered: string
      aColleagueHasApprovedThemAlready: string
      sendMinutesCheckingFirst: string
      answerOpenCorrectionsFirst: string
      noApprovedMinutesFound: string
      aWholeNumberFromTo: (facts: { least: Text; most: Text }) => string
      minutesOf: (facts: { title: Text }) => string
      itemAddedAgenda: string
      openMattersAddedAgenda: string
      takenOut: string
      decisionRecorded: string
      taskCreated: string
      sentToEverybodyWhoWasInvited: string
      approvedAndPublished: string
      minutesQueuedList: string
      minutesOf2: (facts: { hosts: Text; when: Text }) => string
      states: {
        proposed: string
        done: string
        carried: string
        dropped: string
      }
      decision: string
      action: string
      until: (facts: { day: Tag }) => Child[]
      twoPeopleChangedLineSame: string
      thisOne: string
      recordLineDecisionAddVotes: string
      nextReviewOn: string
      forIt: string
      against: string
      abstained: string
      recordAsDecision: string
      createTaskLine: string
      who: string
      nobodyYet: string
      until2: string
      createTask: string
      removeLine: string
      workingGroupOnly: string
      editThisItem: string
      addToAgenda: string
      approveTheseMinutes: string
      moveToNextMeeting: string
      setAside: string
      openAgain: string
      up: string
      down: string
      title: string
      note: string
      markdown: string
      saveItem: string
      minute: (facts: { minutes: number }) => string
      proposedBy: (facts: { proposer: Text }) => string
      viewSource: (facts: { span: Tag }) => Child[]
      attendance: string
      reasons: string
      saveAttendance: string
      minutesQueuedList2: (facts: { title: Text }) => string
      minutesCouldNotSent: (facts: { title: Text; why: Text }) => string
      mailingList: string
      mailThem: string
      sentOn: (facts: { time: Tag }) => Child[]
      approvedIfNoOneAsks: (facts: { time: Tag }) => Child[]
      minutesEmptyAddLinesThen: string
      approveAndPublish: string
      answer: string
      taken: string
      declineCorrection: string
      correctSomething: string
      sendCorrection: string
      theMeeting: string
      pdf: string
      agendaAndMinutes: string
      whatWaits: string
      openActionsLateAnswersDecisions: string
      addAgendaItem: string
      proposeAgendaItem: string
      noAgendaYetCanStill: string
      besides: string
      itemSaved: string
      itemMoved: string
      lineSaved: string
      textChosen: string
      correctionAsked: string
      correctionAnswered: string
      lineMore: string
      lineActs: string
      lineLabel: string
      newLine: string
      inside: string
      saveLine: string
      addLine: string
      markDone: string
      heading: string
      approval: string
      lengthField: string
      planned: (facts: { planned: Text; minutes: Text }) => string
      overPlanned: (facts: { planned: Text; minutes: Text }) => string
      quorum: {
        there: (facts: { present: Text; expected: Text }) => string
        reached: (facts: { wanted: Text }) => string
        missed: (facts: { wanted: Text }) => string
        needed: (facts: { wanted: Text; expected: Text }) => string
      }
      mailed: (facts: { list: Text; link: Tag }) => Child[]
      mailedSomewhere: (facts: { link: Tag }) => Child[]
      approvedHow: {
        silence: (facts: { time: Tag }) => Child[]
        meeting: (facts: { time: Tag }) => Child[]
        hand: (facts: { time: Tag }) => Child[]
      }
      send: string
      sendAgain: string
      corrections: {
        taken: string
        left: string
      }
      live: {
        waiting: string
        signIn: string
        notInGroup: string
        approved: string
        tooLong: string
        saving: string
        saved: string
        conflict: string
        look: string
      }
    }
    lists: {
      approveMinutesBeforeSendThem: string
      theseMinutesHaveAlreadyBeen: string
      personWhoChoseListHas: string
      chooseList: string
      notSubscribed: string
      personWhoSendsMinutesNo: string
      notPublic: (facts: { list: Text }) => string
      kept: {
        decision: string
        task: string
        line: (facts: { mark?: Maybe; lead: Text; text: Text }) => string
        quorum: (facts: { present: number; expected: number; state: string; wanted: number }) => string
        named: (facts: { title: Text; names: Text }) => string
        attendance: {
          present: string
          late: string
          apologies: string
          absent: string
        }
      }
    }
    pagesPage: {
      change: (facts: { title: Text }) => string
      scheduleAMeeting: string
      calendarNotFound: string
      yourCalendarAddressShownOnlyNow: (facts: { baseUrl: Text; token: Text }) => string
      calendarAddressRevoked: string
      meetingScheduledInvitations: string
      meetingSavedPeopleConcerned: string
      cancel: (facts: { title: Text }) => string
      meetingCancelledEveryoneWho: string
      youAreNotInvitedToThis: string
      answerSaved: string
      whoWasAt: (facts: { title: Text }) => string
      attendanceNoted: string
    }
    polls: {
      chooseLeastOneGroup: string
      enterLeastTwoTimes: string
      enterMost40Times: string
      chooseClosingDateBeforeFirst: string
      chooseDateFuture: string
      datePollNotFound: string
      thisPollIsClosed: string
      aColleagueHasClosedThisPoll: string
      chooseOneOfTheTimes: string
      line: (facts: { line: Text; why: Text }) => string
      notDateTimeEnterTime: (facts: { text: Text }) => string
      startADatePoll: string
      datePollStartedEveryoneGroup: string
      thankYouYouCanChangeIt: string
      meetingScheduledInvitations: string
      unsocialHours: string
      last12Months: string
      pointsMeetingsOutsideWorking: string
      pointsLast12Months: string
      monthByMonth: (facts: { name: Text; months: Text }) => string
      everyoneChoosesTimesSuitThem: string
      title: string
      whoMeets: string
      minutes: string
      timeZone: string
      timeZoneTimesBelowExample: string
      possibleTimes: string
      oneTimePerLineExample: string
      closesAfter: string
      where: string
      noteToTheMembers: string
      askEverybody: string
      back: string
      thisPollIsClosedTheMeeting: (facts: { link: Tag }) => Child[]
      yourAnswer: string
      until: (facts: { time: Tag }) => Child[]
      iCan: string
      perhaps: string
      iCannot: string
      save: string
      soFar: string
      timesBestFirst: string
      canPerhaps: (facts: { yes: Text; maybe: Text }) => string
      takeThis: string
      answersByPerson: string
      answeredOf: (facts: { answered: Text; all: Text }) => string
      outside: (facts: { people: Text; largest: Text }) => string
      withinEveryonesWorkingHours: string
      answersOf: (facts: { yes: Text; maybe: Text; no: Text }) => string
    }
    queries: {
      meetingNotFound: string
      meetingSeriesNotFound: string
    }
    series: {
      hasTwoMeaningsOrSayWhich: (facts: { cadence: Text; two: Text; twice: Text }) => string
      chooseOneOfTheTwo: string
      writeHowOftenLikeEvery2: string
      theLastDayIsBeforeThe: string
      change: (facts: { title: Text }) => string
      aNewSeries: string
      theSeriesBeginsTheInvitationsAre: string
      thereIsNoSuchSeries: string
      changedEachPersonGetsOneMail: string
      theSeriesHasEndedItsMeetings: string
      whereClocksChange: string
      aFairRotation: string
      eachHourIsTheFairestAfter: string
      changeThisMeeting: string
      change2: string
      endTheSeries: string
      itsMeetingsToComeAreCancelled: string
      whatItIsCalled: string
      whoMeets: string
      severalMeetTogetherOneMeeting: string
      howOften: string
      likeEvery2MonthsOrEvery: string
      whichDoYouMean: string
      dayOfTheWeek: string
      whichOfTheMonthIfBy: string
      time: string
      minutes: string
      timeZone: string
      whereTheMeetingIsAtHome: string
      where: string
      beginsOnOrAfter: string
      lastDay: string
      withoutALastDayItGoes: string
      agendaGoesOutSoManyDays: string
      minutesCountAsApprovedAfterSo: string
      n0OnlyAtTheNextMeeting: string
      quorumInPercentOfThoseExpected: string
      n0ForNone: string
      thePublicSeesThatItMeets: string
      back: string
      noDateChanges: string
      change3: (facts: { title: Text }) => string
      whatChanges: string
      now: string
      then: string
      dates: string
      changeAndTell: string
      shift: (facts: { later: boolean; length: Text; names: Text }) => string
      others: (facts: { count: number }) => string
      withinHours: string
      nths: {
        first: string
        second: string
        third: string
        fourth: string
        last: string
      }
      create: string
      preview: string
      moved: (facts: { count: number }) => string
      dropped: (facts: { count: number }) => string
      told: (facts: { people: number }) => string
      noOneTold: string
      cancelled: string
      changeAndEmail: string
      keepSeries: string
      settings: {
        title: string
        kind: string
        cadence: string
        minutes: string
        zone: string
        place: string
        lastOn: string
        agendaDays: string
        silentDays: string
        quorum: string
        public: string
        list: string
      }
      days: (facts: { count: number }) => string
      noPlace: string
      noLastDay: string
      noQuorum: string
      yes: string
      no: string
    }
    views: {
      datePolls: string
      until: (facts: { time: Tag }) => Child[]
      ofPresent: (facts: { present: Text; expected: Text }) => string
      whoComes: string
      tickAttendance: string
      proposes: (facts: { time: Tag }) => Child[]
      showAndTell: string
      change: string
      cancelMeeting: string
      mailingListApprovedMinutes: string
      noListOnlyPeopleInvited: string
      inTheNameOfWhoeverSends: string
      kind: string
      aMeetingOfTheGroup: string
      aConferenceCallOfTheUser: string
      annualConference: string
      expectedAttendanceDepends: string
      change2: (facts: { title: Text }) => string
      scheduleAMeeting: string
      title: string
      whoMeets: string
      theirMembersAreInvitedSeveral: string
      where: string
      roomVideoLinkOnlyPeople: string
      quorumPercentMembers: string
      n0NoQuorum: string
      showMeetingItsApproved: string
      scheduleAndInvite: string
      back: string
      cancel: (facts: { title: Text }) => string
      why: string
      everyoneWhoInvitedGetsEmail: string
      cancelMeeting2: string
      attendance2: string
      attendance: string
      name: string
      reason: string
      reasonAccepted: string
      reason2: (facts: { name: Text }) => string
      reasonAccepted2: (facts: { name: Text }) => string
      yes: string
      no: string
      save: string
      chooseTime: string
      pollClosed: string
      notRecorded: string
      agendaAndMinutes: string
      viewMinutes: string
      keepMeeting: string
      saveAttendance: string
    }
    times: {
      gap: (facts: { city: Text; day: Text; time: Text }) => string
      twice: (facts: { city: Text; day: Text; time: Text }) => string
      tooShort: string
      tooLong: string
      zone: string
      feedOf: (facts: { name: Text }) => string
    }
    sources: {
      openTasks: (facts: { total: number }) => string
      due: (facts: { day: Text }) => string
      decision: (facts: { number: Text }) => string
      document: (facts: { title: Text }) => string
      reviewOn: (facts: { day: Text }) => string
      late: (facts: { count: number }) => string
      applications: (facts: { list: Text; count: number }) => string
      minutes: (facts: { title: Text }) => string
      charter: (facts: { count: number }) => string
      states: {
        notKept: string
        atRisk: string
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
    actions: {
      describePicturePeopleWho: string
      chooseProductAreaGroup: string
      onlyCoordinatorDeputyCan: string
      someoneChangedFirstCheck: string
      publicationScheduledCancel: string
      pictureSize: string
      pictureKind: (facts: { name: Text }) => string
    }
    api: {
      enterPathSiteWebAddress: string
    }
    composePage: {
      issuePublishedSoItsNumbers: string
      enterSentenceLeaveOut: string
      errors: {
        empty: string
        gone: (facts: { gone: number }) => string
        withdrawn: string
        draft: string
        embargo: string
        narrow: string
      }
    }
    fields: {
      embargo: string
      noOneOutsideGroupCan: string
      notBefore: string
      at: string
      timeZone: string
      exampleEuropeLisbon: string
      language: string
      whoCanReadThis: string
      noZone: string
      readers: {
        public: string
        subscribers: string
        group: string
      }
    }
    imports: {
      thisFileCannotBeTaken: string
      thereIsNothingInIt: string
      itWasTakenInAlready: string
      thereIsNothingToConfirm: string
      itCannotBeUndoneAnyMore: string
      fromWordpress: string
      readNothingIsTakenInYet: string
      itsPagesAndNewsGoAs: string
      somebodyHasConfirmedThisImport: string
      takenInLookAtItThen: string
      confirmed: string
      thisFileCannotBeRead: string
      draftsAndIssues: string
      pagesAndPostsOfAnOld: string
      bringInAnExport: string
      inWordpressChooseToolsExportAll: string
      group: string
      theFile: string
      xmlAtMost30MbLarger: string
      readIt: string
      nothingIsTakenInYet: string
      takeIn: (facts: { entries: number }) => string
      discard: string
      isItAsItShouldBe: string
      lookAtSomeOfItUntil: string
      confirm: string
      whatBecomesOfIt: string
      outcome: string
      things: string
      foundInTheFile: string
      eachThing: string
      which: string
      all: string
      thingsOfTheExport: string
      chooseFile: string
      emptyFile: string
      outcomes: {
        page: string
        news: string
        known: string
        left: string
        wrong: string
      }
      entries: (facts: { n: number }) => string
      before: string
      further: string
      oldAddress: (facts: { path: Text }) => string
      undo: {
        pages: string
        news: string
        why: string
      }
      errors: {
        nested: string
        root: (facts: { tag: Text }) => string
        tooMany: (facts: { most: number }) => string
        longText: string
        incomplete: string
        incompleteAt: (facts: { line: Text }) => string
        malformed: (facts: { line: Text; why: Text }) => string
        doctype: string
        feed: string
        encoding: string
      }
    }
    issues: {
      chooseEndDateAfterStart: string
      issueStillDraftFinishFirst: (facts: { number: Text }) => string
      onlyCoordinatorDeputyCan: string
      someoneChangedFirstCheck: string
      publicationScheduledCancel: string
      chooseOtherNewsItemsOne: string
      thereIsNoSuchIssue: string
      startIssue: string
      issueStartedSuggested: string
      saved: string
      thereIsNoSuchSentence: string
      leftOut: string
      putBack: string
      thereNothingNewSuggest: string
      newChanged: (facts: { added: Text; changed: Text }) => string
      taken: (facts: { count: number }) => string
      leftOut2: (facts: { count: number }) => string
      kept: string
      lineStates: {
        open: string
        taken: string
        left: string
      }
      edit: string
      withdrawn: (facts: { withdrawnWhy: Text }) => string
      title: string
      tellsFrom: string
      lastDay: string
      editorsNote: string
      sayWhatWentWellWhat: string
      draftsAndIssues: string
      suggestSentencesAboutPeriod: string
      group: string
      startIssue2: string
      source: (facts: { text: Text }) => string
      source2: string
      readersIssueCanNoLonger: string
      suggestedText: (facts: { suggested: Text }) => string
      sentence: string
      saveAndUse: string
      take: (facts: { text: Text }) => string
      take2: string
      leaveOut: (facts: { text: Text }) => string
      leaveOut2: string
      restoreSuggestedText: (facts: { suggested: Text }) => string
      restoreSuggestedText2: string
      draftsAndIssuesNumber: (facts: { link: Tag; number: Text }) => Child[]
      lookAtIt: string
      whatHappened: string
      updatedOn: (facts: { time: Tag }) => Child[]
      toLookAt: string
      leftOut3: string
      updateSuggestions: (facts: { first: boolean }) => string
      useAllOthers: string
      leaveOutAllOthers: string
      noSuggestionsPeriodYet: string
      changeThePeriodBelowOrLet: string
      items: string
      noNewsItemsChoose: string
      writeNews: string
      newsItemsIssue: string
      saveNewsItems: string
      theIssue: string
      save: string
      lineTaken: string
      editSentence: string
      used: string
      itemStates: {
        published: string
        ready: string
        draft: string
      }
    }
    jobs: {
      personWhoScheduledNoLonger: string
      personWhoSentNoLonger: string
      noLongerPublished: string
    }
    outlets: {
      onlyCoordinatorDeputyCan: string
      editorAlreadyArchived: string
      thereIsNoSuchNews: string
      onlyCoordinatorDeputyCanSend: string
      itWasWithdrawn: string
      waitUntilEmbargoEnds: string
      canOnlySendWhatEveryone: string
      chooseAnEditor: string
      alreadyHasThisArticle: (facts: { name: Text }) => string
      needRoleMailboxSendEmail: string
      articleDidNotFailDont: string
      enterTodaysDateEarlierOne: string
      articleStillBeingSentWait: string
      editorsElsewhere: string
      noted: string
      editorArchivedSendNoMore: string
      sendingAgain: string
      publicationRecorded: string
      thereIsNoSuchEditor: string
      thereIsNoSuchContribution: string
      toByOn: (facts: { outlet: Text; askedByName: Text; time: Tag }) => Child[]
      theDraft: string
      sentRoleMailbox: string
      tryAgain: (facts: { title: Text }) => string
      sendAgain: string
      publishedArticleRecorded: (facts: { link: Tag; day: Tag; attestedByName: Text }) => Child[]
      recordPublication: string
      where: string
      copyAddressPublishedArticle: string
      on: string
      recordPublication2: string
      draftsAndIssues: string
      sendArticlesEditorsOther: string
      sentArticles: string
      noArticlesSentYet: string
      openAPieceOfNewsAnd: string
      contributions: string
      editors: string
      noEditorsYet: string
      byMailTo: (facts: { editorEmail: Text }) => string
      asADraftAtAs: (facts: { url: Text; username: Text }) => string
      closed: string
      close: (facts: { name: Text }) => string
      close2: string
      addEditorByEmail: string
      newsletter: string
      editor: string
      address: string
      noteIt: string
      addWordpressSite: string
      addressOfTheSite: string
      exampleHttpsNewsExampleOrg: string
      accountThere: string
      applicationPassword: string
      createPasswordWordpress: string
      group: string
      sendToAnotherNewsletter: string
      noteToTheEditor: string
      standsBeforeTextEmail: string
      giveIt: string
      badAddress: string
      someone: string
      states: {
        waiting: string
        sent: string
        failed: string
        appeared: string
      }
    }
    pagesPage: {
      eachLineBeginsWithAnAddress: string
      newsAtom: string
      newsJsonFeed: string
      edit: (facts: { title: Text }) => string
      writeNews: string
      draftSaved: string
      saved: string
      draftsAndIssues: string
      thereIsNoSuchPicture: string
    }
    publishing: {
      onlyCoordinatorDeputyCan: string
      itIsNotMarkedAsReady: string
      publicationScheduledCancel: string
      noPublicationIsScheduled: string
      publishBeforeEmail: string
      chooseAtLeastOneList: string
      theseListsAlreadyHave: string
      onlyWhatIsPublishedIsCorrected: string
      changedBackToDraft: string
      published2: string
      publicationScheduledFor: (facts: { value: Text }) => string
      scheduleCancelled: string
      sentToTheList: string
      correctionAddedBelowText: string
      articleSentEditor: string
      person: (facts: { subscribers: number }) => string
      mailItTo: string
      eachListGetsOneMessage: string
      withdrawn: (facts: { withdrawnWhy: Text }) => string
      letItOut: string
      notPublished: (facts: { trouble: Text }) => string
      embargoUntilSchedule: (facts: { time: Tag }) => Child[]
      cancelSchedule: string
      publishNow: (facts: { later: boolean }) => string
      coordinatorDeputyPublishes: string
      markAsReady: string
      changeToDraft: string
      sent: (facts: { time: Tag }) => Child[]
      viewThread: string
      published: string
      viewPublicPage: string
      mailIt: string
      send: string
      correction2: string
      correction: string
      readersSeeCorrectionBelow: string
      noteIt: string
      withdrawIt: string
      why: string
      readersSeeReasonInsteadText: string
      withdraw: string
      chooseListsHaveJoined: string
      markedReady: string
      withdrawnDone: string
      scheduled: string
      waits: string
      publishedOn: (facts: { time: Tag }) => Child[]
      errors: {
        withdrawn: string
        ready: string
        published: string
        scheduled: string
        notPublished: string
        embargo: string
        wider: (facts: { list: Text }) => string
      }
    }
    queries: {
      thereIsNoSuchNews: string
    }
    record: {
      contributions: string
      whichYear: string
      year: string
      allYears: string
      roster: string
      onlyGroupCanSeeThese: string
      noMembersPeriod: string
      contributionsByMember: string
      contributionsByMemberIn: (facts: { year: Text }) => string
      member: string
      all: string
      noContributionsPeriod: string
      byKind: string
      allContributions: string
      kinds: {
        item: string
        issue: string
        elsewhere: string
        talk: string
        event: string
        minutes: string
        request: string
        case: string
        story: string
        comment: string
      }
    }
    rhythm: {
      enterNumberBetween152: string
      newsletterSchedule: string
      enterNumberWeeksMonths: string
      saved: string
      noIssuePublishedYet: string
      nextIssueHasNoDue: string
      nextIssueDue: (facts: { late: boolean; day: Tag }) => Child[]
      news: string
      remindPeopleWhoPublish: string
      every: string
      unit: string
      noFixedSchedule: string
      save: string
      weeks: string
      months: string
      none: string
      everyWeeks: (facts: { every: number }) => string
      everyMonths: (facts: { every: number }) => string
    }
    tabs: {
      newsAndNewsletter: string
      drafts: string
      rhythm: string
      editorsElsewhere: string
      fromWordpress: string
    }
    views: {
      stateWords: {
        draft: string
        ready: string
        published: string
        withdrawn: string
      }
      draftsAndIssues: string
      atom: string
      jsonFeed: string
      contributions: string
      notPublished: string
      goesOut: (facts: { time: Tag }) => Child[]
      edit: string
      withdrawn: (facts: { withdrawnWhy: Text }) => string
      writeNews: string
      group: string
      title: string
      text: string
      markdownBoldWordsHttpsLists: string
      productArea: string
      noProductArea: string
      relatedPages: string
      oneALineTheAddressOf: string
      picture: string
      most5Mb: string
      pictureDescription: string
      peopleWhoCannotSeePicture: string
      removePicture: string
      saveDraft: (facts: { saved: boolean }) => string
      news: string
      onlyGroupCanSeeDrafts: string
      newsletter: string
      noIssueInProgress: string
      suggestSentencesAboutWhat: string
      startIssue: string
      issues: string
      number: (facts: { number: Text }) => string
      noDraftsYet: string
      drafts: string
      nobodyNamed: string
      changed: (facts: { byline: Text; time: Tag }) => Child[]
      withdrawn2: string
    }
  }
  operations: {
    watch: {
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
      solvedText: (facts: { name: Text; lines: Text }) => string
    }
    relay: {
      subject: string
      text: (facts: { reason: Text; link: Text }) => string
    }
    waiting: {
      firstWeeks: {
        title: (facts: { left: number; group: Text }) => string
        meta: (facts: { next: 'ballot' | 'charter' | 'documents' | 'list' | 'mailbox' | 'meeting' | 'requests' | 'roster' }) => string
        button: string
      }
    }
    firstWeeks: {
      firstWeeks: string
      leftOut: string
      stepReopened: string
      stepNotFound: string
      words: {
        open: string
        done: string
        confirmed: string
        skipped: string
      }
      whatNewGroupImportsStarts: string
      ofSettled: (facts: { settled: Text; steps: Text }) => string
      stepsOf: (facts: { name: Text }) => string
      undo: (facts: { title: Text }) => string
      undo2: string
      confirmStep: (facts: { title: Text }) => string
      confirmStep2: string
      takeBack: (facts: { title: Text }) => string
      reopenStep: string
      skipStep: string
      why: string
      futureCoordinatorsCanRead: string
      confirmedNow: string
      someone: string
      steps: {
        list: {
          title: string
          why: string
          button: string
        }
        roster: {
          title: string
          why: string
          button: string
        }
        mailbox: {
          title: string
          why: string
          button: string
        }
        documents: {
          title: string
          why: string
          button: string
        }
        requests: {
          title: string
          why: string
          button: string
        }
        charter: {
          title: string
          why: string
          button: string
        }
        meeting: {
          title: string
          why: string
          button: string
        }
        ballot: {
          title: string
          why: string
          button: string
        }
      }
      errors: {
        nothingDone: string
        isDone: string
        reason: string
      }
      done: {
        list: (facts: { mails: number; members: number }) => string
        notProcessed: (facts: { count: number }) => string
        roster: (facts: { terms: number }) => string
        file: (facts: { filename: Text }) => string
        mailbox: (facts: { letters: number }) => string
        documents: (facts: { documents: number }) => string
        requests: (facts: { requests: number }) => string
        skippedRows: (facts: { count: number }) => string
        charter: (facts: { version: Text }) => string
        meetings: (facts: { meetings: number }) => string
        ballot: string
      }
      counts: {
        mailsIn: string
        setAside: string
        subscribers: string
        termsAdded: string
        termsEnded: string
        unchanged: string
        letters: string
        unreadable: string
        documents: string
        fromFolders: string
        filesLeft: string
        unreviewed: string
        unowned: string
        rowsTaken: string
        rowsLeft: string
        clauses: string
        measured: string
        notMeasured: string
        invited: string
        accepted: string
        declined: string
        voters: string
        told: string
        voted: string
      }
      whyNot: {
        meeting: string
        ballot: string
      }
    }
    setUp: {
      thisRapportIsSetUpAlready: string
      setUp: string
      enterCodeRapportPrintedWhen: string
      welcomeToRapport: string
      enterNameGroupCanChange: string
      code: string
      rapportPrintedCodeWhen: string
      firstAdministrator: string
      yourName: string
      yourEmailAddress: string
      theGroup: string
      userGroup: string
      exampleExampleUserGroup: string
      shortName: string
      partWebAddressesLowerCase: string
      workingGroup: string
      exampleExampleWorkingGroup: string
      vendor: string
      product: string
      itsList: string
      nameOfTheList: string
      exampleExampleL: string
      itsAddress: string
      thePartBefore: (facts: { mailDomain: Text }) => string
      begin: string
      beginAndImportFromMailman: string
      doHaveBackupAnotherRapport: string
      errors: {
        slug: string
        list: string
      }
    }
    watchPage: {
      backgroundJobNotFoundMight: string
      noScheduleIsSetRapportBackup: string
      lastBackupFailed: (facts: { error: Text }) => string
      noBackupYet: string
      lastBackupAgo: (facts: { age: Text }) => string
      incomingMail: string
      emailsWaiting: (facts: { waiting: number }) => string
      outbox: string
      due: (facts: { due: number }) => string
      noRelayIsSetSoHere: (facts: { due: number }) => string
      jobs: string
      waitingTheOldestFor: (facts: { waiting: number; age: Text }) => string
      noBackgroundJobsWaiting: string
      journal: string
      entriesNotSealedYet: (facts: { count: number }) => string
      everyEntryIsSealed: string
      search: string
      notFound: (facts: { count: number }) => string
      searchFindsEveryMessage: string
      virusScanner: string
      filesWaitingOldest: (facts: { waiting: number; age: Text }) => string
      noFilesWaiting: string
      webhooks: string
      paused: (facts: { waiting: Text; failing: Text; paused: Text }) => string
      backup: string
      newsletter: string
      noIssueDue: string
      issuesDue: (facts: { due: number }) => string
      disk: string
      free: (facts: { free: Text; n: Text }) => string
      writeAheadLog: string
      theSite: string
      howEachPartWorksNow: string
      needsSomebody: (facts: { rings: Text }) => string
      stages: string
      jobsThatKeepFailing: string
      failingJobs: string
      job: string
      tried: string
      error: string
      nextTry: string
      retryJob: (facts: { id: Text; task: Text }) => string
      tryAgain: string
      delayedEmail: string
      delayedEmailByDomain: string
      domain: string
      deliveries: string
      scheduledBackups: string
      noneYet: string
      firstBackupStartsFewMinutes: string
      backups: string
      when: string
      file: string
      size: string
      retryingTheJob: string
      parked: (facts: { parked: number }) => string
      lateIssue: (facts: { days: number }) => string
      walSays: (facts: { size: Text; most: Text }) => string
      states: {
        late: string
        good: string
      }
      none: string
      backupRuns: string
    }
  }
  outbox: {
    files: {
      linked: (facts: { name: Text; size: Text; link: Text }) => string
      dropped: (facts: { name: Text }) => string
    }
    api: {
      unprocessedEmailNotFound: string
    }
    pages: {
      stateWords: {
        queued: string
        sent: string
        deferred: string
        failed: string
        cancelled: string
      }
      outbox: string
      everyEmailEachRecipient: string
      noRelayIsSetRapportRelay: string
      orMore: (facts: { mostCounted: number }) => string
      findDeliveries: string
      state: string
      all: string
      address: string
      nothingHere: string
      noMatchAmongEmails: (facts: { mostWalked: number }) => string
      continueWithOlderEmails: string
      deliveries: string
      mail: string
      to: string
      when: string
      answer: string
      automaticEmail: string
      kind: string
      queued: string
      attempts: string
      answerOfTheServer: string
      nextAttempt: string
      size: string
      bytes: (facts: { size: number }) => string
      sha256: string
      returnedEmailGoesTo: string
      couldNotCreateEmailKeep: (facts: { hasEnding: boolean }) => string
      sendThisEmailAgain: string
      tryAgain: string
      onlyRecipientCanReadEmail: string
      theMail: string
      emailQueuedAgain: string
      incomingMail: string
      acceptedNotProcessedYet: string
      emailsToProcess: (facts: { waiting: number }) => string
      isParked: (facts: { parked: number }) => string
      noUnprocessedEmails: string
      emailsCannotProcessWill: string
      parkedMail: string
      fromTo: (facts: { mailFrom?: Maybe; rcptTo: Text }) => string
      attempts2: (facts: { attempts: number; time: Tag; error: Text }) => Child[]
      tryAgainEmail: (facts: { id: Text }) => string
      older: string
      unprocessedEmailNotFound: string
      emailQueuedProcessedAgain: string
      aPost: string
      classes: {
        address: string
        mailbox: string
        policy: string
        content: string
        transport: string
        unknown: string
      }
    }
    parked: {
      unprocessedEmailNotFound: string
    }
    queries: {
      emailNotFound: string
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
      browserOn: (facts: { browser: Text; system: Text }) => string
      unknownBrowser: string
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
    acting: {
      noAccountHasAddress: string
      alreadyUsingOwnAccount: string
      cannotViewSiteAnother: string
      notViewingSiteSomeoneElse: string
      viewSiteAnotherPerson: string
      canDoUpMinutesBrowser: (facts: { longest: Text }) => string
      recordEachChangeBothNames: string
      personsEmailAddress: string
      why: string
      personCanRead: string
      begin: string
      youSeeTheSiteAsThis: string
      usingOwnAccountAgain: string
      private: string
    }
    actions: {
      personNotFound: string
    }
    affiliationsPage: {
      someoneHasAlreadyDecided: string
      workplaceNotFound: string
      confirmOrWithdrawTheAddresses: string
      thisAddressBelongsToAnAccount: string
      addressNotFound: string
      thisAddressIsOrWasSubscribed: string
      onlyAddressSigningAddAnother: string
      myAddresses: string
      workplaces: string
      saved: string
      addressBelongsMailingList: string
      sentEmailAddressOpenLink: string
      removed: string
      withdrawn: string
      stillThere: (facts: { name: Text }) => string
      confirmWorkplace: string
      hasLeft: (facts: { name: Text }) => string
      hasLeft2: string
      onceAYearWeAskWho: string
      workplacesToDecide: string
      confirmedWithinAYear: string
      askedWaitingAnswer: string
      neverConfirmed: string
      silent: string
      findPeople: string
      nameOrInstitution: string
      nobodyFits: string
      nobodyWaits: string
      lastConfirmed: (facts: { time: Tag }) => Child[]
      lastAsked: (facts: { time: Tag }) => Child[]
      youCanSignInWithEach: string
      youCanSignInWithIt: (facts: { time: Tag }) => Child[]
      remove: (facts: { email: Text }) => string
      remove2: string
      notConfirmedOpenLinkOur: string
      withdraw: (facts: { email: Text }) => string
      withdraw2: string
      addAddress: string
      address: string
      sendConfirmationEmail: string
      unanswered: string
      notConfirmed: string
      getsEmailList: string
    }
    organisations: {
      noSuchOrganisation: string
      thisIsNoRorIdIts: string
      thisRorIdIsS: (facts: { name: Text }) => string
      whatItBelongsToOrWhat: string
      itCannotBelongToThatOrganisation: string
      anybodyGetsAnAddressAtIt: (facts: { domain: Text }) => string
      isRegisteredForAlready: (facts: { domain: Text; name: Text }) => string
      thereIsNoSuchEntry: string
      onlyAnInstitutionOrAConsortium: string
      name: string
      kind: string
      country: string
      belongsTo: string
      theConsortiumOfAnInstitutionThe: string
      nothing: string
      domainsOfItsAddresses: string
      oneALineAddressesBelowThem: string
      website: string
      rorId: string
      nineCharactersOrTheAddressAt: string
      save: string
      pickItFromTheDirectory: string
      namesAndDomainsAsHipoAnd: string
      findAnInstitution: string
      nameOrDomain: string
      theDirectoryHasNothingLikeThat: string
      suggestions: string
      inTheRegister: string
      newOrganisation: string
      from: string
      to: string
      theLastDayLeaveItEmpty: string
      add: string
      lastDay: string
      saveTheLastDay: string
      edit: string
      backToItsPage: string
      consortiumOrVendor: string
      whileItBelongsToItAn: string
      memberships: string
      userGroup: string
      contracts: string
      product: string
      stageWithAProduct: string
      stage: string
      doesNotUseIt: string
      saveTheStage: string
      referents: string
      standIn: (facts: { standIn: boolean; name: Text; community: Text }) => string
      addressOfThePerson: string
      asAStandIn: string
      edit2: (facts: { name: Text }) => string
      saved: string
      organisations: string
      isInTheRegister: (facts: { name: Text }) => string
      inTheRegister2: (facts: { total: number }) => string
      whoWorksWhere: string
      import: string
      addAnOrganisation: string
      findOrganisations: string
      anyCountry: string
      anyKind: string
      anyStage: string
      membersOnly: string
      membersByCountry: string
      noCountryGiven: string
      andMore: (facts: { countries: number }) => string
      membersByStage: string
      nothingInTheRegisterFits: string
      member: string
      through: (facts: { holder: Text }) => string
      nameWhoSpeaksForIt: string
      history: string
      belongedTo: string
      ror: string
      domains: string
      membership: string
      noMembershipIsRecorded: string
      vacant: string
      nobodySpeaksForItIn: (facts: { community: Text }) => string
      noContractIsRecorded: string
      affiliatesAndResellers: string
      belongingToIt: string
      consortium: string
      institutions: string
      takenFrom: (facts: { source: Text }) => string
      terms: {
        fromTo: (facts: { from: Tag; to: Tag }) => Child[]
        from: (facts: { from: Tag }) => Child[]
        comes: (facts: { from: Tag }) => Child[]
        to: (facts: { to: Tag }) => Child[]
        unknown: string
      }
      termStates: {
        comes: string
        ended: string
      }
      roleIn: (facts: { standIn: boolean; community: Text }) => string
      kinds: {
        institution: string
        consortium: string
        vendor: string
        affiliate: string
        reseller: string
        user_group: string
      }
      stages: {
        development_partner: string
        early_adopter: string
        implementing: string
        live: string
      }
      errors: {
        country: string
        website: string
        parent: string
        endsFirst: string
        overlaps: (facts: { end?: Maybe; start: Text }) => string
        overlapsUnknown: string
      }
    }
    pages: {
      mySettings: string
      saved: string
      myProfile: string
      mySubscriptions: string
      myAddresses: string
      myServiceRecord: string
      changeWorkplace: string
      signInAndDevices: string
      resultsOfMyRequests: string
      myData: string
      myTokens: string
      name: string
      everyoneSeesNameNextMessages: string
      languageOfMailsAndPages: string
      timeZone: string
      colours: string
      sameAsMyDevice: string
      light: string
      dark: string
      keyboardShortcutsOneKey: string
      save: string
      pressSearchJKMove: string
      unknownZone: string
    }
    profiles: {
      chooseEndTimeAfterStart: string
      myProfile: string
      people: string
      saved: string
      personNotFound: string
      person: (facts: { total: number }) => string
      peopleWhoManageDirectory: string
      workplaces: string
      referents: string
      findPeople: string
      nameAddressOrInstitution: string
      roleToday: string
      anyOrNone: string
      onAList: string
      nobodyFits: string
      edit: string
      onlyPeopleWhoManageDirectory: string
      roles: string
      noRolesYet: string
      toShow: string
      myRecordOfServicePdf: string
      viewMyPage: string
      pageShowsRolesNeverShows: string
      aboutMe: string
      workWhatPeopleCanAsk: string
      workingHoursStart: string
      localTimeUseShareOut: string
      until: string
      everyoneWhoSignedCanSee: string
      save: string
      lists: (facts: { count: number }) => string
      standIn: (facts: { role: Text }) => string
    }
    file: {
      severalOrganisationsHaveName: string
      alreadyBelongsIfMean: (facts: { domain: Text; name: Text }) => string
      thisOrganisationStandsInLine: (facts: { line: Text }) => string
      lineHasOtherDataOrganisation: (facts: { line: Text }) => string
      thisRorIdStandsInLine: (facts: { line: Text }) => string
      alreadyInLine: (facts: { domain: Text; line: Text }) => string
      columns: {
        name: string
        kind: string
        country: string
        ror: string
        website: string
        domains: string
        parent: string
        community: string
        memberFrom: string
        memberTo: string
        product: string
        contractFrom: string
        contractTo: string
        stage: string
      }
    }
    register: {
      addedChanged: (facts: { added: Text; changed: Text }) => string
      directoryOfOrganisations: string
      dayMonthNotClearEnter: (facts: { text: Text }) => string
      enterDateLike202601: (facts: { text: Text }) => string
      looksLikeAFormulaWriteThe: (facts: { row: Text }) => string
      enterAName: string
      enterNameUp300Characters: string
      isNoneOf: (facts: { kind: Text; kinds: Text }) => string
      notKnownCountryEnterIts: (facts: { country: Text }) => string
      checkRorIdItsCheck: (facts: { ror: Text }) => string
      enterWebAddressBeginsHttps: string
      anyoneCanGetAddressEnter: (facts: { domain: Text }) => string
      notKnownHereEnterOne: (facts: { named: Text; choices: Text }) => string
      notKnownStageEnterOne: (facts: { stage: Text; stages: Text }) => string
      enterProductStage: string
      lineHasAnotherStageProduct: (facts: { line: Text }) => string
      notDirectoryFileAddLine: (facts: { parent: Text }) => string
      title: string
      lead: string
      which: {
        membership: string
        contract: string
      }
      otherwise: {
        membership: (facts: { line: Text }) => string
        contract: (facts: { line: Text }) => string
      }
      begins: {
        membership: string
        contract: string
      }
      fields: {
        name: string
        kind: string
        country: string
        website: string
        parent: string
        membership: string
        contract: string
        stage: string
        addedDomains: string
      }
      days: (facts: { end?: Maybe; start: Text }) => string
    }
    sheets: {
      thisFileWasAppliedAlready: string
    }
    signInPage: {
      signHasExpiredAlreadyUsed: string
      deviceNotFound: string
      canHaveUpPasskeysRemove: (facts: { mostPasskeys: Text }) => string
      alreadyHavePasskey: string
      passkeyNotFound: string
      accountHasNoAddressHave: string
      accountNotFound: string
      enterDomainsSeparatedSpaces: string
      pasteSigningCertificate: string
      enterDomainsSamlIdentity: string
      thisShortNameIsTaken: string
      identityProviderNotFound: string
      tooManyTriesWaitFew: string
      signIn: string
      linked: string
      couldNotCheckSignStart: string
      signInAndDevices: string
      someoneElseStartedStartAgain: string
      saved: string
      removedDeleteItOnYourDevice: string
      accountUnlinked: string
      deviceSignedOut: string
      devicesSignedOut: (facts: { ended: number }) => string
      aMailWithACodeAlways: string
      passkeys: string
      noPasskeysYet: string
      since: (facts: { time: Tag }) => Child[]
      lastUsed: (facts: { time: Tag }) => Child[]
      onOneDevice: (facts: { synced: boolean }) => string
      remove: (facts: { name: Text }) => string
      remove2: string
      rename: string
      newNameOf: (facts: { name: Text }) => string
      save: string
      nameOfTheNewPasskey: string
      exampleWorkLaptop: string
      addPasskey: string
      passkeyNotAddedDeviceRefused: string
      toAddAPasskeyAPage: string
      accountsElsewhere: string
      linked2: (facts: { email: Text; time: Tag }) => Child[]
      unlinkAccountAt: (facts: { labelOf: Text }) => string
      unlinkAccount: string
      notLinked: string
      link: string
      signedInDevices: string
      sessions: string
      thisOne: string
      signOut: (facts: { describeDevice: Text }) => string
      end: string
      signOutOtherDevices: string
      notUsed: string
      session: (facts: { how: Text; since: Tag; used: Tag }) => Child[]
      hows: {
        code: string
        passkey: string
      }
      network: (facts: { network: Text }) => string
    }
    providers: {
      identityProviderNotFound: string
      signOtherSites: string
      saved: string
      testPassedIssuer: (facts: { issuer: Text }) => string
      testFailed: (facts: { message: Text }) => string
      identityProviderRemoved: string
      kinds: {
        oidc: string
        saml: string
      }
      oidcRedirectAddress: string
      samlEntityIdAndMetadata: string
      samlAddressForAnswers: string
      aMailWithACodeAnd: string
      addOne: string
      noIdentityProvidersYet: string
      everyoneSignsHereEmail: string
      identityProviders: string
      setServerConfiguration: (facts: { kinds: Text; issuer: Text }) => string
      on: string
      speaksFor: (facts: { domains?: Maybe; kinds: Text; issuer: Text }) => string
      newIdentityProvider: string
      testConnection: string
      kind: string
      nameSignButton: string
      shortName: string
      cannotChangeLaterBecause: string
      issuerOidcOrEntityIdSaml: string
      clientIdOidcOrAddressOf: string
      clientSecretOidc: string
      leaveEmptyKeepSavedSecret: string
      signingCertificatesSaml: string
      pemFormatMetadataIdentity: string
      domainsIdentityProvider: string
      separateDomainsSpacesIgnore: string
      offeredOnTheSignInPage: string
      save: string
      removeIdentityProvider: string
      unlinksAllAccountsIdentity: string
      remove: string
      off: string
      errors: {
        slug: string
      }
    }
    tokens: {
      checkTheMarkedFields: string
      chooseAtLeastOne: string
      accessTokenCanWorkUp: string
      enter1ToDays: (facts: { mostDays: Text }) => string
      accessTokenNotFound: string
      myTokens: string
      newAccessToken: string
      accessTokenRevokedPrograms: string
      accessTokenProgramCanDo: string
      viewApiHelp: string
      noAccessTokensYet: string
      tokens: string
      lastUsed: (facts: { time: Tag }) => Child[]
      revoke: (facts: { name: Text }) => string
      revoke2: string
      name: string
      nameProgramUses: string
      itMay: string
      daysUntilExpiry: string
      createAccessToken: string
      copyAccessTokenNowShow: string
      theToken: string
      itEnds: (facts: { time: Tag }) => Child[]
      neverUsed: string
      states: {
        valid: (facts: { time: Tag }) => Child[]
        expired: (facts: { time: Tag }) => Child[]
        revoked: (facts: { time: Tag }) => Child[]
      }
      scopes: {
        read: {
          label: string
          hint: string
        }
        write: {
          label: string
          hint: string
        }
        moderate: {
          label: string
          hint: string
        }
        admin: {
          label: string
          hint: string
        }
      }
    }
    workplacesPage: {
      enterWhereWorkDirectoryDoes: string
      chooseOneOfYourConfirmed: string
      chooseLastDayTodayEarlier: string
      chooseLastDayAfterFirst: string
      entryNotFound: string
      someoneHasAlreadyDecided: string
      organisationNotFoundEnter: string
      personNotFound: string
      workplacesToDecide: string
      changeWorkplace: string
      workplacesFoundTheirDomains: (facts: { count: number }) => string
      sendingQuestionNext50People: string
      staysWithout: string
      settled: string
      workplaceChangedRolesTerms: string
      changeSavedSomeoneWillCheck: string
      titles: {
        said: string
        resting: string
        unknown: string
      }
      leads: {
        said: string
        resting: string
        unknown: string
      }
      whys: {
        address: string
        domain: string
      }
      workplaces: string
      noOneLosesTheirSubscription: string
      listsOfWorkplaces: string
      findPeople: string
      nameOrAddress: string
      nameOrInstitution: string
      nobodyFits: string
      nobodyWaits: string
      thereSinceToldUs: (facts: { email?: Maybe; day: Tag; time: Tag }) => Child[]
      organisationInTheDirectory: string
      nameDomainRorId: string
      worksThere: string
      ignoreThisAnswer: string
      addToDirectory: string
      allWorkplacesAreConfirmed: string
      since: (facts: { time: Tag }) => Child[]
      theWorkplaceOfEverySubscriberIs: string
      findWorkplacesByDomain: string
      askNext50People: string
      askedAsks2PluralOneOtherTimes: (facts: { asks: number; time: Tag }) => Child[]
      keepWithoutAWorkplace: (facts: { name: Text }) => string
      keepWithoutAWorkplace2: string
      postWords: {
      }
      keepMessagesRolesTermsOnly: string
      workplacesYouLeave: string
      lastDayThere: string
      addressNewWorkplace: string
      notListAddConfirmAddress: (facts: { link: Tag }) => Child[]
      noneYet: string
      newInstitution: string
      neededOnlyWhereTheAddressDoes: string
      firstDayThere: string
      myListsComeToTheNew: (facts: { subscriptions: Text }) => string
      save: string
      whatStays: string
      rolesThatEnd: string
      referentUntilInstitution: (facts: { organisation: Text; community: Text }) => string
      thisSite: string
    }
    roles: {
      names: {
        administrator: string
        steering: string
        liaison: string
        coordinator: string
        deputy: string
        member: string
        moderator: string
        referent: string
        vendor_guest: string
      }
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
    erasure: {
      haveAlreadyAskedUsErase: string
      haveNotAskedUsErase: string
      entryNotFound: string
      anotherAdministratorMust: string
      enterReasonPersonWillRead: string
      personNotFound: string
    }
    export: {
      canAskOneCopyDay: string
    }
    noticePage: {
      someoneElseHasJustSaved: string
      privacyNoticeNotFound: string
      thereIsANewerVersionPlease: string
    }
    pages: {
      myData: string
      privacy: string
      agreementSavedTodaysDate: string
      creatingCopyGetEmailWhen: string
      copyNotFoundMightHave: string
      theCopyWaitsForTheVirus: string
      anAdministratorWillDecideAndYou: string
      withdrawnWillNotEraseData: string
      dataErasedWhatRemainsDoes: string
      periodsSavedApplyThemEvery: string
      versionPublishedCurrent: (facts: { version: Text }) => string
      refused: string
      errors: {
        days: string
      }
    }
    removal: {
      cannotRemoveWordsMessage: (facts: { fromName: Text }) => string
      foundNothingDeleteSomeone: string
      deleteFromTheArchive: string
      deletedFromTheArchive: string
      forWhatMustNotStayA: string
      whatGoes: string
      wordsEverywhereList: string
      theWords: string
      copyThemFromTheMessageA: string
      theAttachmentInEveryMessageThat: (facts: { filename: Text; file: Text }) => string
      wholeMessage: string
      ofAWholeMessageItsSubject: string
      why: string
      everyoneWhoCanReadMessage: string
      previewDeletion: string
      leaveIt: string
      theAttachment: (facts: { filename: Text }) => string
      deleteThisForGood: string
      what: string
      where: string
      messagesArchiveTheirOriginal: (facts: { count: number }) => string
      emailsHeldRejectedWaiting: (facts: { count: number }) => string
      inTheOutbox: (facts: { count: number }) => string
      stopped: (facts: { count: number }) => string
      inIt: (facts: { count: number; place: Text }) => string
      cannotDeleteEmailsPeopleHave: string
      deleteForGood: string
      elsewhere: (facts: { count: number }) => string
      errors: {
        noWords: string
        short: string
        long: (facts: { most: Text }) => string
        reason: string
      }
    }
    views: {
      erasureWords: {
        person: string
        message: string
        words: string
        attachment: string
      }
      languages: {
        en: string
        de: string
        fr: string
        es: string
      }
      myData: string
      downloadDataSeeHistoryAsk: string
      downloadMyData: string
      aZipFileWithYourProfile: string
      copies: string
      askedFor: (facts: { time: Tag }) => Child[]
      until: (facts: { time: Tag }) => Child[]
      fetched: (facts: { time: Tag }) => Child[]
      download: string
      askForACopy: string
      theNotice: string
      versionSince: (facts: { link: Tag; version: Text; time: Tag }) => Child[]
      youAgreedOn: (facts: { time: Tag }) => Child[]
      youHaveNotAgreedToThis: string
      agreeToPrivacyNotice: string
      beingErased: string
      keepMyData: string
      didNotEraseDataReason: (facts: { reason: Text }) => string
      deleteAddressesSignMethods: string
      whatGoes: string
      myName: string
      messagesStayWithoutName: string
      myNameAndMyWords: string
      emptyMessagesRepliesThemStay: string
      toTheAdministrators: string
      askEraseMyData: string
      administratorsWhoViewedSite: string
      administratorsWhoActedAsYou: string
      to: (facts: { from: Tag; to: Tag }) => Child[]
      myHistory: string
      privacy: string
      whoAsksUsEraseData: string
      peopleWhoAskUsErase: string
      nobodyWaits: string
      anotherAdministratorMust: string
      decideAbout: (facts: { name: Text }) => string
      reasonPersonIfReject: string
      eraseForGood: string
      refuse: string
      howLongKeepData: string
      appliedEveryNightRecorded: string
      days: (facts: { title: Text }) => string
      atLeastDaysEmptyIsFor: (facts: { what: Text; least: Text }) => string
      save: string
      deletedData: string
      nothingYet: string
      erasures: string
      when: string
      what: string
      where: string
      by: string
      why: string
      downloadListOfDeletions: string
      keepItApartFromTheBackups: string
      versions: string
      version: (facts: { version: Text }) => string
      sinceAgreed: (facts: { time: Tag; agreed: Text }) => Child[]
      holdsToday: string
      newVersion: string
      publishVersion: string
      exportStates: {
        waiting: string
        ready: string
        failed: string
        expired: string
      }
      asked: {
        name: (facts: { time: Tag }) => Child[]
        words: (facts: { time: Tag }) => Child[]
      }
      askedOn: (facts: { time: Tag }) => Child[]
      scopes: {
        name: string
        words: string
      }
      messages: (facts: { count: number }) => string
      hasRole: string
      tonight: (facts: { due: Text }) => string
      everywhere: string
    }
    retention: {
      kinds: {
        letters: {
          title: string
          what: string
        }
        deliveries: {
          title: string
          what: string
        }
        incoming: {
          title: string
          what: string
        }
        requests: {
          title: string
          what: string
        }
        sessions: {
          title: string
          what: string
        }
        bounces: {
          title: string
          what: string
        }
      }
      errors: {
        days: (facts: { least: Text }) => string
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
        subject: (facts: { title: Text }) => string
        text: (facts: { name: Text; title: Text; from: Text; to: Text; link: Text; group: Text }) => string
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
    actions: {
      thereIsAReportOfThis: string
      reportApprovedStartNew: string
      numbersLockedUnlockThemEdit: string
      hasAlreadyLockedNumbers: (facts: { freezer: Text }) => string
      reportApprovedSoItsNumbers: string
      numbersNotLocked: string
      thisReportIsFinalAlready: string
      thisReportIsADraftAlready: string
      approveReportBeforeChangeWho: string
      someone: string
      sectionChanged: string
      annualReport: (facts: { year: Text }) => string
      errors: {
        noFigure: (facts: { title: Text; field: Text }) => string
        noFigureMeant: (facts: { title: Text; field: Text; meant: Text }) => string
        order: string
        tooLong: string
        future: string
      }
      report: string
      emptyList: string
    }
    overview: {
      groupsAtAGlance: string
      noMeetingRecordedYet: string
      lastOn: (facts: { last: Text }) => string
      ofIt: (facts: { n: Text; of: Text }) => string
      charterDoesNotSayHow: string
      charter: string
      noCharter: string
      groupSharesNoCharterStatus: string
      ofKept: (facts: { kept: Text; findings: Text }) => string
      moreAreNotShared: (facts: { unshared: number }) => string
      andMore: (facts: { open: number }) => string
      noReportDue: string
      reportDueNoOneHas: (facts: { started: boolean; year: Text; link: Tag }) => Child[]
      noneWaits: string
      conversationsWithoutAnAnswer: (facts: { open: number }) => string
      allProblemsAreSolved: string
      meetingsHeld: string
      nextMeeting: string
      noMeetingPlanned: string
      emptySeats: string
      ofIt2: (facts: { name: Text; n: Text; of: Text }) => string
      termsThatEndIn90Days: string
      report: string
      roleMailboxes: string
      statusOfGroups: (facts: { total: number }) => string
      conversationsWithoutAnAnswer2: (facts: { open: number; title: Text }) => string
      groups: string
      ofSince: (facts: { n: Text; of: Text; day: Text }) => string
      noCharterHere: string
      cadenceUnshared: string
      late: (facts: { late: number }) => string
      noVacancies: string
      noTermsEnd: string
      asking: (facts: { asking: number }) => string
      needs: {
        cadence: string
        vacancies: (facts: { n: number }) => string
        report: string
        clauses: (facts: { n: number }) => string
        letters: (facts: { n: number }) => string
        terms: (facts: { n: number }) => string
      }
    }
    pagesPage: {
      thereIsNoSuchEdition: string
      startReport: string
      edit: (facts: { title: Text }) => string
      reportStartedDraftReadyEdit: string
      sectionAdded: string
      numbersLocked: string
      numbersUnlocked: string
      reportApprovedLiaison: string
      newEditionStarted: string
      everyoneCanReadReportNow: string
      theGroupAndItsUserGroups: string
      sectionRemoved: string
      titleSaved: string
      sectionSaved: string
      sectionMoved: string
    }
    queries: {
      thereIsNoSuchReport: string
      thereIsNoSuchSection: string
    }
    service: {
      myServiceRecord: string
      from: (facts: { day: Tag }) => Child[]
      to: (facts: { day: Tag }) => Child[]
      ofExpected2PluralOneOther: (facts: { expected: number; attended: Text }) => string
      rolesMeetingsInstitutions: (facts: { name: Text }) => string
      downloadCertificatePdf: string
      roles: string
      noRolesYet: string
      meetings: string
      meetingsByYear: string
      institutions: string
      noInstitutionsYet: string
      unknownStart: string
      excused: (facts: { excused: number }) => string
      standIn: (facts: { role: Text }) => string
      certificate: {
        title: string
        lead: (facts: { name: Text }) => string
        caption: (facts: { name: Text }) => string
        role: string
        in: string
        term: string
        institution: string
        none: string
        source: (facts: { baseUrl: Text; day: Text }) => string
      }
    }
    views: {
      readersOf: {
        public: string
        steering: string
        group: string
      }
      startReport: string
      pdf: string
      docx: string
      edit: string
      approvedEditionViewNext: (facts: { link: Tag }) => Child[]
      forIt: (facts: { code: Tag; readersOf: Text }) => Child[]
      hiddenFromAll: (facts: { lines: number }) => string
      hiddenFromSteering: (facts: { lines: number }) => string
      innerSections: (facts: { inner: number }) => string
      chart: {
        messages: string
        answers: string
        meetings: string
        heldOf: (facts: { held: Text; of: Text }) => string
        held: string
        notHeld: string
      }
      print: {
        draft: string
        locked: string
        period: string
        status: string
        approvedOn: string
        approvedBy: string
        decision: (facts: { number: Text }) => string
      }
    }
    writing: {
      startReport: string
      reports: string
      writeFirstDraftGroupsNumbers: string
      commonPeriods: string
      group: string
      from: string
      to: string
      canChooseDayFuture: string
      title: string
      leaveEmptyUseAnnualReport: string
      draftIt: string
      approveThisReport: string
      decision: string
      leaveEmptyApproveOwnName: string
      noDecision: string
      everyoneCanReadReport: string
      otherwiseTheGroupAndItsSteering: string
      approveIt: string
      showToEveryone: (facts: { public: boolean }) => string
      startNewEdition: string
      approval: string
      draft: string
      numbersStillChangeLockThem: (facts: { locked: boolean }) => string
      unlockNumbers: string
      lockNumbers: string
      text: string
      canUseMarkdownWriteNumber: (facts: { field: Text }) => string
      workingGroupOnly: string
      leaveOutSection: string
      sectionStaysHereButReaders: string
      leftOut: string
      change: (facts: { title: Text }) => string
      save: string
      moveUp: (facts: { title: Text }) => string
      moveUp2: string
      moveDown: (facts: { title: Text }) => string
      moveDown2: string
      remove: (facts: { title: Text }) => string
      remove2: string
      edit: (facts: { title: Text }) => string
      editMoveLeaveOutSections: string
      readIt: string
      numbersLockedUnlockThem: string
      viewAllNumbersTheirNames: string
      theTitle: string
      titleOfTheReport: string
      renameIt: string
      addSection: string
      addIt: string
      periodYear: (facts: { year: Text }) => string
      sinceLast: string
    }
    drafting: {
      summary: {
        title: string
        body: (facts: { group: Text }) => string
      }
      meetings: {
        title: string
        body: string
      }
      attendance: {
        title: string
        body: string
      }
      lists: {
        title: string
        body: string
      }
      requests: {
        title: string
        body: string
      }
      ballots: {
        title: string
        body: string
      }
      answers: {
        title: string
        body: string
      }
      promises: {
        title: string
        body: string
      }
      shown: {
        title: string
        body: string
      }
      documents: {
        title: string
        body: string
      }
      news: {
        title: string
        body: string
      }
      people: {
        title: string
        body: string
      }
      charter: {
        title: string
        body: string
      }
    }
    records: {
      noMinutes: string
      share: (facts: { n: number; all: number }) => string
      voted: (facts: { n: number; all: number }) => string
      won: (facts: { winners: Text }) => string
      points: (facts: { n: number }) => string
      version: (facts: { title: Text; number: number }) => string
      guest: string
      kinds: {
        idea: string
        concern: string
      }
      promises: {
        committed: string
        delivered: string
        dropped: string
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
  }
  requests: {
    letters: {
      greeting: (facts: { name?: Maybe }) => string
      sign: (facts: { group: Text }) => string
      said: (facts: { when: Text; quote: Text }) => string
      captured: {
        subject: (facts: { title: Text }) => string
        text: (facts: { said: Text; link: Text }) => string
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
        subject: (facts: { id: Text; title: Text }) => string
        text: (facts: { who: Text; text: Text; link: Text }) => string
        stop: (facts: { link: Text }) => string
      }
      confirm: {
        subject: (facts: { institution: Text; title: Text }) => string
        text: (facts: { institution: Text; title: Text; who: Text; strength: Text; reason?: Maybe; link: Text }) => string
      }
      affirm: {
        subject: (facts: { day: Text; institution: Text; name: Text }) => string
        text: (facts: { day: Text; institution: Text; name: Text; list: Text; link: Text }) => string
      }
      merge: {
        subject: (facts: { source: Text; target: Text }) => string
        text: (facts: { source: Text; day: Text; target: Text; why?: Maybe; yours: Text; link: Text; keep: Text }) => string
        support: (facts: { institution: Text }) => string
        case: (facts: { title: Text }) => string
      }
      merged: {
        subject: (facts: { source: Text; target: Text }) => string
        text: (facts: { target: Text; link: Text }) => string
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
        save: string
        correct: string
        withdraw: string
        withdrawLead: string
        why: string
        isWithdrawn: string
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
      since: (facts: { time: Tag }) => Child[]
      record: {
        request: string
        champion: (facts: { name: Text }) => string
        follow: string
        unfollow: string
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
        messageOf: (facts: { time: Tag }) => Child[]
        discussion: string
        comments: (facts: { n: number }) => string
        nothingSaid: string
        somebody: string
        byMail: string
        removed: string
        merged: (facts: { link: Tag; n: Text }) => Child[]
        noText: string
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
          title: string
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
        noneMatch: string
        stage: string
      }
      noneMatch: string
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
    actions: {
      requestMergedSoCannotEdit: (facts: { mergedIntoId: Text }) => string
      someoneChangedFirstCheck: string
      requestMergedAddUserCases: (facts: { mergedIntoId: Text }) => string
      userCaseDoesNotExist: string
      authorWithdrewUserCaseSo: string
      userCaseNotPartRequest: string
      enterNumberRequestGroup: string
      chooseMemberWorkingGroup: string
      signInToFollowARequest: string
      topicNameTakenChooseAnother: string
      topicDoesNotExist: string
    }
    board: {
      selectLeastOneRequest: string
      requestNoRequestsWereChanged: (facts: { id: Text; message: Text }) => string
      savedViewDoesNotExist: string
      groupingNames: {
        stage: string
        area: string
        topic: string
        champion: string
        kind: string
        severity: string
      }
      noArea: string
      noTopic: string
      noChampion: string
      noSeverity: string
      board: string
      requestGroupedBy: (facts: { total: number; by: Text }) => string
      savedViews: string
      sharedBy: (facts: { owner: Text }) => string
      deleteView: (facts: { name: Text }) => string
      remove: string
      filterAndSort: string
      nameOfThisView: string
      shareWorkingGroup: string
      keep: string
      changeSelectedRequests: string
      chooseRequest: (facts: { id: Text; title: Text }) => string
      groupBy: string
      theSelectedRequests: string
      reasonForSettingAside: string
      setStatus: string
      name: string
      compareRequests: string
      chooseAStatus: string
      tickAtLeastTwoRequestsOn: string
      since: string
      userCases: string
      institutions: string
      mergeIntoRequest: (facts: { id: Text }) => string
      selectedRequestsPageCompares: (facts: { ids: number; mostCompared: number }) => string
      requestsChanged: (facts: { count: number }) => string
      keptAs: (facts: { name: Text }) => string
      removed: string
      shared: string
      anyChampion: string
      setTopic: string
      setArea: string
    }
    cases: {
      onlyWorkingGroupCanMake: string
      userCaseWithdrawnSoCannot: string
      userCaseWithdrawn: string
      onlyAuthorCanWithdrawUser: string
      shareAUserCase: string
      userCases: string
      userCaseSharedThank: string
      thisMessageIsAUserCase: string
      userCaseCreatedFillWhat: string
      saved: string
      userCaseWithdrawn2: string
      userCaseAddedRequest: (facts: { requestId: Text }) => string
      willNotSuggestRequestAgain: string
      whoAffectedHowOftenWhat: string
      narrowDown: string
      words: string
      productArea: string
      all: string
      state: string
      drafts: string
      open: string
      requests: string
      notPartRequest: string
      noUserCasesYet: string
      pressMakeAUserCaseAt: string
      userCase: (facts: { total: number }) => string
      choose: (facts: { title: Text }) => string
      request: (facts: { id: Text }) => string
      draft: string
      createRequestFromSelected: string
      correctIt: (facts: { draft: boolean }) => string
      whoCanReadThis: string
      quoting: string
      saySo: string
      reasonForWithdrawing: string
      withdraw: string
      createRequest: string
      similarRequests: string
      addToRequest: (facts: { id: Text }) => string
      addToRequest2: string
      notSimilarToRequest: (facts: { id: Text }) => string
      somethingElse: string
      similarRequestsAppearType: string
      userCase2: (facts: { id: Text }) => string
      aFewLinesAreEnoughThe: string
      sourceMessage: string
      shareUserCase: (facts: { hasOne: boolean }) => string
      findSimilarRequests: string
      cancel: string
      noneMatch: string
      consents: {
        unasked: string
        asked: string
        no: string
        vendor: string
        public: string
      }
    }
    comments: {
      saySomething: string
      enterCommentField: string
      commentDoesNotExist: string
    }
    forms: {
      productArea: string
      noProductArea: string
      whoCanReadThis: string
      whatItIs: string
      title: string
      theNeed: string
      markdownWhatShouldBePossibleFor: string
      topic: string
      none: string
      versions: string
      numbersOfSupportTickets: string
      oneALine: string
      forConcernsOnly: string
      severity: string
      notSaid: string
      stepsToReproduce: string
      workaround: string
      institution: string
      myInstitutionDirectory: string
      whoCanQuoteYou: string
      everybodyWithYourNameAnd: string
      theVendorWithYourNameAnd: string
      noOneOnlyWorkingGroup: string
      visibilities: {
        group: string
        subscribers: string
        public: string
      }
      hints: {
        who: string
        workflow: string
        problem: string
        workaround: string
      }
    }
    imports: {
      addColumnTitleExampleTitle: string
      addColumnDateExample: string
      fileAlreadyImported: (facts: { utcDay: Text }) => string
      fileHasNoRowsImport: string
      importEarlierRequests: string
      rowsTaken: string
      rowsLeftOut: string
      rowsLeftOut2: string
      requests: string
      aSpreadsheetXlsxOrCsvWith: string
      nothingImportedRowsErrors: (facts: { faults: number; good: number }) => string
      rowsWithErrors: string
      file: string
      importOnlyRowsWithoutErrors: string
      importFile: string
      downloadEmptySpreadsheet: string
      columnNames2: string
      columns: string
      meaning: string
      names: string
      neededAreATitleAndA: string
      requestsImportedRowsRowsLeft: (facts: { requests: number; rows: number; left: number }) => string
      undoLead: string
      goes: {
        requests: string
        votes: string
        answers: string
        support: string
      }
      stays: string
      columnNames: {
        number: string
        kind: string
        title: string
        text: string
        area: string
        submittedOn: string
        stage: string
        severity: string
        versions: string
        caseNumber: string
        institutions: string
        cycle: string
        votedOn: string
        points: string
        voters: string
        place: string
        answer: string
        answerClass: string
        answeredOn: string
        release: string
      }
      faults: {
        title: string
        longTitle: string
        longNumber: string
        kind: (facts: { typed: Text }) => string
        submittedOn: string
        stage: (facts: { typed: Text; stages: Text }) => string
        severity: (facts: { typed: Text; severities: Text }) => string
        number: (facts: { column: Text; typed: Text }) => string
        whole: (facts: { column: Text; typed: Text }) => string
        day: (facts: { column: Text; typed: Text }) => string
        future: (facts: { column: Text; typed: Text }) => string
        noAnswer: string
        early: string
        institution: (facts: { name: Text }) => string
        known: (facts: { number: Text; id: Text }) => string
        otherTitle: (facts: { number: Text; line: Text }) => string
      }
      heads: {
        number: string
        kind: string
        title: string
        text: string
        area: string
        submittedOn: string
        stage: string
        severity: string
        versions: string
        caseNumber: string
        institutions: string
        cycle: string
        votedOn: string
        points: string
        voters: string
        place: string
        answer: string
        answerClass: string
        answeredOn: string
        release: string
      }
    }
    merging: {
      enterNumberRequestGroup: string
      someoneHasAlreadyDecided: string
      canUndoOnlyCompletedMerge: string
      stateNames: {
        open: string
        merged: string
        dropped: string
        undone: string
      }
      requestIntoRequest: (facts: { sourceId: Text; targetId: Text }) => string
      answersBefore: (facts: { day: Tag }) => Child[]
      merges: string
      mergeTwoRequestsWhenTheir: string
      proposed: string
      noMergesProposed: string
      proposedMerges: string
      settled: string
      settledMerges: string
      proposeAMerge: string
      request: (facts: { id: Text; title: Text }) => string
      requestHasNoSupportNo: string
      supportersAuthorsGetEmail: (facts: { days: number }) => string
      numberOtherRequest: string
      reason: string
      supportersAuthorsWillRead: string
      proposeIt: string
      cancel: string
      institutionsThatWillMove: string
      userCasesWillMove: string
      staysWithTheFirstWasNot: string
      staysWithTheFirst: string
      nothingYet: string
      agrees: (facts: { decider: Text }) => string
      mergeOfRequestInto: (facts: { sourceId: Text; targetId: Text }) => string
      state: string
      by: string
      answersBefore2: string
      decided: string
      undone: string
      completeMerge: string
      letItGo: string
      undoMerge: string
      thoseConcerned: string
      firstRequestHasNoSupport: string
      who: string
      what: string
      told: string
      says: string
      userCase: string
      proposalDroppedBothRequests: string
      mergeProposedEveryone: string
      mergeProposalDoesNotExist: string
      agreed: string
      proposedAt: string
      support: string
      done: string
      undoneNow: string
      whyNot: {
        itself: string
        groups: string
        sourceMerged: (facts: { id: Text; intoId: Text }) => string
        targetMerged: (facts: { id: Text; intoId: Text }) => string
        proposed: string
        opposite: string
        waiting: (facts: { day: Text }) => string
      }
    }
    pagesPage: {
      requests: string
      requests2: (facts: { name: Text }) => string
      following: string
      historyOfRequest: (facts: { id: Text }) => string
      statusChanged: string
      saved: string
      linked: string
      linkRemoved: string
      willNotSuggestRequestAgain: string
      added: string
      userCaseAdded: string
      enterNumberUserCaseGroup: string
      userCaseRemovedRequest: string
      commentAdded: string
      noteAddedOnlyWorkingGroup: string
      nowFollowRequestGetIts: string
      noLongerFollowRequest: string
      supportSaved: string
      supportWithdrawn: string
      fileAdded: string
      columns: {
        number: string
        kind: string
        title: string
        stage: string
        area: string
        topic: string
        severity: string
        cases: string
        institutions: string
        musts: string
        champion: string
        since: string
        oldNumber: string
      }
      commentRemoved: string
      fileRemoved: string
    }
    parts: {
      noSimilarRequestsYet: string
      similarRequests: string
      alike: (facts: { stage: Tag; percent: Text; reasons: Text }) => Child[]
    }
    publicViews: {
      linkHasExpired: string
      noLongerFollowRequest: string
      stopFollowingThisRequest: string
      stopFollowing: string
    }
    reading: {
      signNames: {
        ask: string
        complaint: string
        workaround: string
        cost: string
        frequency: string
        learnt: string
        against: string
      }
      possibleUserCases: string
      messagesAskSomethingReport: string
      nothingWaits: string
      newMessagesMightUserCases: string
      message: (facts: { total: number }) => string
      like: (facts: { link: Tag; reasons: Text }) => Child[]
      itIsOne: (facts: { title: Text }) => string
      itIsOne2: string
      itIsNone: (facts: { title: Text }) => string
      notAUserCase: string
      learnedWords: string
      yesNo: (facts: { list: Text; yes: number; no: number }) => string
      wordCountsAfterAppearsThree: string
      wordsDecisionsMessagesThem: string
      word: string
      list: string
      yes: string
      no: string
      speaks: string
      viewDraftUserCases: string
      possibleUserCases2: string
      messageAlreadyHasUserCase: string
      answerSavedNotUserCase: string
      inFavour: string
      against: string
      made: string
    }
    record: {
      directoryHasNoOrganisation: string
      addAUserCase: string
      itsNumber: string
      addIt: string
      viewUserCasesWithoutRequest: string
      takeOut: (facts: { title: Text }) => string
      takeOut2: string
      yourComment: string
      everyoneWhoFollowsRequest: string
      comment: string
      removeCommentOf: (facts: { name: Text }) => string
      internalNotes: string
      workingGroupOnly: string
      aNote: string
      notesStayWorkingGroupThey: string
      noteIt: string
      change: string
      similarOnes: string
      linkRequest: (facts: { id: Text }) => string
      related: string
      mergeWithRequest: (facts: { id: Text }) => string
      merge: string
      notSimilarToRequest: (facts: { id: Text }) => string
      notSimilar: string
      remove2: (facts: { name: Text }) => string
      addAFile: string
      whoCanReadThis: string
      unlinkRequest: (facts: { id: Text }) => string
      unlink: string
      undo: string
      proposedMerges: string
      into: (facts: { sourceId: Text; targetId: Text }) => string
      proposeMerge: string
      theWorkingGroup: string
      setStatus: string
      stage: string
      otherStatusesChangeWhat: string
      reasonForSettingAside: string
      appointAChampion: string
      champion: string
      nobody: string
      name: string
      linkAnotherRequest: string
      typeOfLink: string
      requestNumber: string
      link: string
      addAnAffectedInstitution: string
      affectedInstitution: string
      writeNameDirectory: string
      itsVersion: string
      support: string
      nobodyYet: string
      eachInstitutionCountsOnceHowever: string
      mustHave: string
      notForUs: string
      barsShowAllAndDarkerThose: string
      byRegion: string
      bySize: string
      byConsortium: string
      noConsortium: string
      byStageWithTheProduct: string
      notKnown: string
      institutionsAndTheirReasons: (facts: { supporters: number }) => string
      institutions: string
      institution: string
      says: string
      why: string
      since: string
      affirmed: string
      confirmedBy: (facts: { confirmedBy: Text }) => string
      ofRequest: (facts: { link: Tag; saidOfId: Text }) => Child[]
      supportDoesNotCount: (facts: { others: number }) => string
      noLongerCounts: (facts: { waiting: boolean }) => string
      supportRequestAddInstitution: string
      supportThisRequestFor: (facts: { name: Text }) => string
      forIt: string
      howStrongly: string
      supportRequest: (facts: { hasOwn: boolean }) => string
      withdrawMySupport: string
      removeComment: string
      removeFile: string
      addFile: string
      addInstitution: string
      institutionWord: (facts: { n: number }) => string
      regions: {
        europe: string
        northAmerica: string
        latinAmerica: string
        asiaPacific: string
        middleEastAfrica: string
      }
      sizes: {
        small: string
        medium: string
        large: string
      }
      yourSupport: string
    }
    similar: {
      theseWordsDoNotExist: string
      topics: string
      topicsGroupRelatedRequests: string
      noTopicsYet: string
      request: (facts: { counts: number }) => string
      editTopic: (facts: { name: Text }) => string
      change: string
      closed: string
      change2: (facts: { name: Text }) => string
      newTopic: string
      name: string
      description: string
      managedBy2: string
      nobody: string
      closeTopicNewRequests: string
      save: string
      productAreas: string
      newProductArea: string
      exampleReportsIntegrations: string
      synonyms: string
      wordsMeanSameGroupAny: string
      noneYet: string
      exampleRolloverJahreswechsel: string
      theProgram: string
      remove: (facts: { words: Text }) => string
      remove2: string
      oneALine: string
      addSome: string
      wordsSameMeaningOnePer: string
      history: string
      historyWordsSameMeaning: string
      when: string
      who: string
      what: string
      words: string
      saved: string
      added: string
      managedBy: (facts: { name: Text }) => string
      changeWords: string
      saveWords: string
      addArea: string
      addWords: string
      version: (facts: { n: Text }) => string
      changes: {
        added: string
        changed: string
        removed: string
      }
      areaAdded: string
      wordsSaved: string
      whyNot: {
        few: string
        long: string
      }
    }
    stories: {
      onlyWorkingGroupCanMake: string
      chooseFewerReadersOnlyAuthor: string
      thisMessageIsAStoryAlready: string
      onlyAuthorCanShowStory: string
      change: string
      withdrawStory: string
      yourReply: string
      reply: string
      shareAStory: string
      whatYouWantedWhatHappenedWhat: string
      whatItIs: string
      title: string
      theStory: string
      markdown: string
      outcome: string
      stageWithTheProduct: string
      notSaid: string
      save: string
      cancel: string
      storySharedThankYou: string
      saved: string
      storyWithdrawn: string
      replyAdded: string
    }
    support: {
      thisRequestAsksForNothingAny: string
      youHaveNoVoiceHere: string
      giveADayToCome: string
      goesOnStillOneIsEnough: (facts: { name: Text }) => string
      thereWasOneOfThisName: string
      affirmations: string
      supportIsSaidAnewEachCycle: string
      noneYet: string
      openedUntilOfInstitution: (facts: { time: Tag; day: Tag; answered: number; asked: number }) => Child[]
      beginOne: string
      name: string
      forInstanceEnhancementCycle2027: string
      until: string
      askEveryInstitution: string
      howThisGroupWorksWithRequests: string
      supportStandsOnceTheReferentHas: string
      daysInWhichThoseConcernedBy: string
      save: string
      everyInstitutionIsAskedByMail: string
      saved: string
      ofThemMustHave: (facts: { label: Text; total: number; musts: number }) => string
      overTimeMustHaveBelow: string
      addInstitution: string
      chooseInstitution: string
      states: {
        open: string
        closed: string
      }
      mergeDays: string
      overTime: (facts: { from: Text; to: Text; now: number; musts: number; most: number }) => string
      strengths: {
        must: string
        should: string
        would_like: string
        not_for_us: string
      }
    }
    views: {
      newRequest: string
      shareAUserCase: string
      downloadSpreadsheet: string
      importEarlierRequests: string
      changeRequest: (facts: { id: Text }) => string
      history: string
      historyKeepsEarlierText: string
      userCase: (facts: { link: Tag }) => Child[]
      reasonForTheChange: string
      similarOnes: string
      similarRequestsAppearType: string
      createRequest: (facts: { hasRequest: boolean }) => string
      findSimilarRequests: string
      cancel: string
      tabs: {
        queue: string
        board: string
        merges: string
        affirmations: string
        synonyms: string
      }
    }
    writing: {
      changeRequest: (facts: { id: Text }) => string
      newRequest: string
      requestCreated: string
      saved: string
    }
    refusals: {
      request: string
      message: string
      userCase: string
      story: string
    }
    whyNot: {
      mergedBefore: string
      byVendor: string
      reason: string
      itself: string
      ring: string
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
      openProposed: (facts: { title: Text; who: Text }) => string
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
      minutes: (facts: { count: number }) => string
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
      openGone: (facts: { title: Text; who: Text }) => string
      certificate: {
        title: string
        spoke: (facts: { name: Text }) => string
        talk: string
        day: string
        minutes: string
        length: (facts: { count: number }) => string
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
      minutes: (facts: { count: number }) => string
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
      backlog: string
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
    actions: {
      thisMessageWasProposedAlready: (facts: { title: Text }) => string
      canNoLongerChangeTalk: string
      enterReasonPersonWhoProposed: string
      hasSlot: string
    }
    consent: {
      talkNotFound: string
      chooseAFileThatIsNot: string
      certificateAvailableAfter: string
    }
    desk: {
      enterLengthLike2140: string
      talkRemovedItsSlot: string
      takenOut: string
      talkNotFound: string
      chooseAFileThatIsNot: string
      takenOff: string
      consentWords: {
        open: string
        given: string
        refused: string
        withdrawn: string
      }
      takeIt: string
      thinkAgain: string
      whyNot: string
      onlyIfDeclinePersonWho: string
      accept: string
      decline: string
      slot: string
      scheduleSession: string
      meetingOrSession: string
      addTalkItsAgenda: string
      positionInTheOrder: string
      consentCanWithdrawnUntil: string
      leaveEmpty60DaysAfter: string
      removeFromSlot: string
      whoSpeaks: string
      takeOut: (facts: { name: Text }) => string
      takeOut2: string
      addSomebody: string
      name: string
      onlyGuestFindPeopleAccount: string
      address: string
      aGuestWithoutOneGetsNo: string
      institutionOfTheGuest: string
      add: string
      slidesAndHandouts: string
      noneYet: string
      slides: string
      takeOff: (facts: { name: Text }) => string
      takeOff2: string
      aFile: string
      pdfAPresentationAPictureOr: string
      addFile: string
      recording: string
      link: string
      addressBeginsHttpsLeaveEmpty: string
      length: string
      example2140: string
      chapters: string
      oneChapterPerLineTime: string
      save: string
      speakersCanWithdrawConsent: (facts: { day: Tag }) => Child[]
      showAndTell: string
      withdrawTalk: string
      why: string
      speakersReadIt: string
      withdraw: string
      editDescription: string
      decided: string
      slotGiven: string
      talkWithdrawn: string
      speakerAdded: string
      fileAdded: string
      recordingSaved: string
      session: string
      minutesTaken: (facts: { count: number }) => string
      guest: string
      giveSlot: string
      moveSlot: string
      reasonDeclined: (facts: { reason: Text }) => string
      reasonWithdrawn: (facts: { reason: Text }) => string
      arrange: string
      speakersAndSlides: string
    }
    pagesPage: {
      proposeATalk: string
      showAndTell: string
      proposedTheGroupDecidesAndYou: string
      saved: string
      certificateNotFound: string
    }
    queries: {
      talkNotFound: string
      messageNotFound: string
    }
    sessions: {
      sessionNotFound: string
      confirmEmailAddressFirstThen: string
      youAreRegisteredAlreadyThe: string
      thisSessionIsOver: string
      youAreNotRegisteredMembersOf: string
      scheduleASession: string
      sessionScheduledGroupGets: string
      registeredGetInvitationEmail: string
      registrationCancelledGet: string
      registrations: string
      registered: (facts: { count: Text }) => string
      tickAttendance: string
      csv: string
      excel: string
      nobodyYetTheGroupIsInvited: string
      registrations2: string
      change: string
      cancelIt: string
      showAndTell: string
      groupGetsInvitationOnce: string
      title: string
      group: string
      where: string
      roomVideoLinkOnlyPeople: string
      showSessionEveryone: string
      scheduleAndInvite: string
      back: string
      speaks: string
      columns: {
        name: string
        email: string
        institution: string
        roles: string
        answer: string
        attendance: string
        registeredOn: string
        zone: string
      }
    }
    slides: {
      canNoLongerAddFiles: string
      talkNotFound: string
      talkAlreadyHasFilesRemove: (facts: { most: Text }) => string
    }
    slots: {
      someoneHasRemovedTalkIts: string
      somebodyHasGivenThisTalkA: (facts: { meetingTitle: Text }) => string
      addSpeakerBeforeChooseSlot: string
      chooseUpcomingMeetingSession: string
      thisTalkHasNoSlot: string
      beforeTalk: string
    }
    speakers: {
      canNoLongerChangeSpeakers: string
      speakerNotFound: string
      talkGivenSoCannotRemove: string
      aTalkWithASlotNeeds: string
      tooMany: string
      hasRecording: string
      alreadySpeaker: string
      unknownAddress: string
      nameOrAddress: string
      guestAlreadySpeaker: string
    }
    views: {
      noTalksHere: string
      scheduleSession: string
      setAside: string
      stations: {
        proposed: string
        accepted: string
        slot: string
        given: string
        shown: string
      }
      recording: string
      slides: string
      mine: string
    }
    writingViews: {
      change: (facts: { title: Text }) => string
      group: string
      title: string
      description: string
      whatWasTheProblemWhatDid: string
      minutesWithQuestions: string
      spokenIn: string
      whoCanReadThis: string
      pageSlidesRecordingBefore: string
      back: string
      audiences: {
        public: string
        subscribers: string
        group: string
      }
      save: string
      propose: string
    }
    rules: {
      proposed: string
      accepted: string
      scheduled: string
      given: string
      withdrawn: string
      declined: string
      answerConsent: string
      consentOver: (facts: { day: Text }) => string
      consentPromised: (facts: { day: Text }) => string
      notGiven: string
      noSpeakers: string
      noConsent: (facts: { names: Text }) => string
      noLink: string
      notHttps: string
      removeNamePasswordLink: string
      chapter: {
        noTime: (facts: { line: Text }) => string
        noTitle: (facts: { line: Text }) => string
        tooLong: (facts: { line: Text }) => string
        order: (facts: { line: Text; time: Text; before: Text }) => string
        afterEnd: (facts: { line: Text; end: Text }) => string
        tooMany: (facts: { line: Text; most: Text }) => string
      }
    }
  }
  today: {
    pages: {
      subject: (facts: { count: number }) => string
      until: (facts: { day: Text }) => string
      text: (facts: { name: Text; count: number; lines: Text; link: Text; stop: Text }) => string
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
        until: (facts: { time: Tag }) => Child[]
        newest: string
        noMessages: string
        messages: (facts: { n: number; time: Tag }) => Child[]
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
        title: (facts: { open: number; desk: Text }) => string
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
        meta: (facts: { late: boolean; host: Text; day: Text }) => string
        button: string
      }
      approve: {
        title: (facts: { version: Text; title: Text }) => string
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
    approvals: {
      offers: (facts: { n: number }) => string
      waitsSince: (facts: { time: Tag }) => Child[]
      isReviewing: (facts: { claimer: Text }) => string
      toDecide: string
      decideApplicationsHeld: string
      kinds: string
      find: string
      nameAddressOrSubject: string
      listGroupOrInstitution: string
      any: string
      nothingFits: string
      haveNothingDecide: string
      showAll: string
      applicationsJoinHeldMessages: string
      all: string
      site: string
      names: {
        join: string
        held: string
        referent: string
        silent: string
        claim: string
        offers: string
        erasure: string
      }
      lines: {
        join: (facts: { title: Text; place: Text }) => string
        referent: (facts: { title: Text }) => string
        silent: (facts: { title: Text }) => string
        claim: (facts: { title: Text }) => string
        offers: (facts: { title: Text }) => string
        erasure: (facts: { title: Text }) => string
      }
      erased: {
        name: string
        words: string
      }
    }
  }
  webhooks: {
    letters: {
      subject: (facts: { name: Text }) => string
      text: (facts: { person: Text; gone: boolean; name: Text; said?: Maybe; link: Text }) => string
    }
    actions: {
      youHaveWebhooksEndOneFirst: (facts: { mostHooks: Text }) => string
      webhookNotFound: string
      deliveryNotFound: string
      deliveryAlreadyQueued: string
      kinds: {
        none: string
        many: string
        wrong: (facts: { wrong: Text }) => string
      }
    }
    pages: {
      addWebhook: string
      webhooks: string
      saved: string
      testSentAnswerWillAppear: string
      webhookPausedSendNothing: string
      webhookRestartedSendingWhat: string
      webhookDeletedSendNothing: string
      deliveryQueuedAgain: string
    }
    queries: {
      webhookNotFound: string
      deliveryNotFound: string
    }
    views: {
      hookWords: {
        well: string
        failing: string
        paused: string
      }
      stateWords: {
        waiting: string
        delivered: string
        failed: string
        dropped: string
      }
      webhooks: string
      webhookTellsAnotherProgram: string
      addOne: string
      noWebhooksYet: string
      aChatRoomATicketSystem: string
      name: string
      exampleChatWorkingGroup: string
      address: string
      publicWebAddressExampleHttps: string
      eventTypes: string
      oneTypePerLineExample: string
      addWebhook: string
      eventsLast30Days: string
      nothingYet: string
      eventTypes2: (facts: { kinds: number }) => string
      kind: string
      howOften: string
      thisWebhook: string
      copyTheSecretNowItIs: string
      theSecret: string
      signMessagesStandardWebhooks: (facts: { link: Tag; code: Tag }) => Child[]
      goOn: string
      sendTest: string
      sendNothingKeepWhatQueued: (facts: { pausedWhy: Text }) => string
      state: string
      toldOf: string
      seesWhat: string
      canSeeTimeSending: (facts: { owner: Text }) => string
      since: string
      failsSince: string
      pause: string
      newSecret: string
      deliveries: string
      findDeliveries: string
      all: string
      sendEventsWithinMinuteTwo: string
      event: string
      when: string
      code: string
      changeIt: string
      save: string
      endIt: string
      theProgramIsToldNothingAny: string
      sendAgain: string
      about: string
      number: string
      noticed: string
      attempts: string
      nextAttempt: string
      settled: string
      took: string
      ms: (facts: { tookMs: Text }) => string
      answerOfTheProgram: string
      theAnswer: string
      nothing: string
      ofOwner: (facts: { owner: Text }) => string
      waiting: (facts: { n: Text }) => string
      pausedWhy: {
        owner: string
        administrator: string
        gone: string
        failed: string
      }
      noDeliveries: string
      everything: string
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
    feeds: {
      useTheFormatJson: string
      nothingPublicHasThisAddress: string
      widgetsAndFeeds: string
      publicWebsite: string
      showPartsSiteAnotherWebsite: string
      lookAtIt: string
      linkPreviews: string
      programsThatKnowOembedShowMore: string
      oembed: string
      feeds: string
      wordpress: string
      thePlugInInContribWordpress: string
    }
    look: {
      enterColourExample1b5e4b: string
      designOfTheWebsite: string
      menuOfTheWebsite: string
      choosePictureMost512Kb: string
      savedPublicPagesShowItNow: string
      publicWebsite: string
      look: string
      menu: string
      pages: string
      figures: string
      embed: string
      noColourChosenPagesUse: string
      contrastToThePageLightDark: (facts: { light: Text; dark: Text }) => string
      whatEverybodySeesSignedInOr: string
      lookAtIt: string
      colourNow: string
      nameOfTheWebsite: string
      emptyTheNameOfTheGroup: string
      firstSentenceOfHome: string
      keepSentenceShortHomeShows: string
      colour: string
      ofLinksAndButtonsLike1b5e4b: string
      colourOnDarkPages: string
      leaveEmptyUseLighterShade: string
      currentLogo: string
      removeLogo: string
      anotherLogo: string
      pngJpegOrWebpAtMost: string
      imprint: string
      sayWhoResponsibleWebsite: string
      save: string
      inTheMenu: string
      menuTopEveryPublicPage: string
      pagesOfRapport: string
      theseHaveANameInEvery: string
      extraPages: string
      writeNameBeforeAddress: string
      elsewhere: string
      otherLinksMenu: string
      writeOneLineEachLink: string
      saveMenu: string
      tooLight: (facts: { contrast: Text; needed: Text }) => string
      tooDark: (facts: { contrast: Text; needed: Text }) => string
      lightToo: string
      menuLine: (facts: { line: number; problem: Text }) => string
      menuLong: (facts: { most: number }) => string
      menuAddress: string
      menuNamed: (facts: { path: Text }) => string
      enterNameMost40Characters: string
      menuTwice: (facts: { path: Text }) => string
      logoType: string
      sample: (facts: { light: Text; dark: Text }) => string
      light: string
      dark: string
      logo: string
    }
    ownPages: {
      addressTakenChooseAnotherOne: string
      someoneChangedFirstCheck: string
      aNewPage: string
      edit: (facts: { title: Text }) => string
      extraPages: string
      pagePublishedEveryoneCanRead: string
      pageSavedDraft: string
      savedEverybodyCanReadIt: string
      savedAsADraft: string
      draftOnlyAdministratorsSee: string
      edit2: string
      publicWebsite: string
      writePagesOwnAddTheir: string
      createPage: string
      noExtraPagesYet: string
      createPageSaysHowJoin: string
      pages: string
      pages2: (facts: { slug: Text; label: Text; time: Tag }) => Child[]
      published: string
      draft: string
      lookAtIt: string
      preview: string
      notSavedYet: string
      title: string
      address: string
      partAfterPagesSmallLetters: string
      text: string
      writeMarkdownEmptyLine: string
      language: string
      publishForEveryone: string
      save: string
      earlierVersions: string
      version: (facts: { number: Text; time: Tag; by?: Maybe }) => Child[]
      showPreview: string
      slugFault: string
    }
    publicViews: {
      atom: (facts: { name: Text }) => string
      jsonFeed: (facts: { name: Text }) => string
    }
    relationshipPage: {
      publicFigures: string
      savedEveryoneSeesThese: string
      savedOnlyWorkingGroupSees: string
      publicWebsite: string
      numbersWorkEachGroupIts: string
      and: (facts: { name: Text; vendor: Text }) => string
      lookAtIt: string
      requestsSentAnsweredDays: string
      showTheseNumbersEveryone: string
      save: string
      onlyWorkingGroupSeesThese: (facts: { shown: boolean }) => string
    }
  }
}
