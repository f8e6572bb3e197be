// Written by `npm run locale` from src/locale/en; do not edit.
import type { Child, Maybe, Tag, Text } from '../lib/ui/message.ts'

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
    answers: {
      thereIsNoRequest: (facts: { requestId: Text }) => string
      anAddressOfTheWebBegins: string
      thisDayIsYetToCome: string
      thisAnswerIsOnRecordAlready: string
      noSuchAnswer: string
      recordAnAnswer: string
      chooseAFileOrPasteA: string
      pasteFromThePortal: string
      bringInOldAnswers: string
      itIsOnRecord: string
      saved: string
      whoMayReadIt: string
      readers: string
      from: string
      untilThenTheGroupAlone: string
      save: string
      withTheVendor: string
      whatSaidElsewhereItCountsLike: (facts: { vendor: Text }) => string
      numberOfTheRequest: string
      howItCame: string
      on: string
      whoSaidIt: string
      link: string
      toTheMailTheCaseIn: string
      record: string
      pasteFromTheVendorsPortal: string
      answers: string
      aLineForEachStateOf: string
      takenKnown2PluralOneOtherThere: (facts: { taken: Text; known: Text; known2: number; faults: Text }) => string
      whatCouldNotBeRead: string
      takeATable: string
      spreadsheetOrCsv: string
      columnsRequestCaseDateStatusLink: string
      orPasteTheTable: string
      withItsFirstLineColumnsParted: string
      bringInTheAnswers: (facts: { hasPortal: boolean }) => string
    }
    briefs: {
      thisBriefIsClosed: string
      aChampionIsOneOfThe: string
      thisRequestIsNotInThe: string
      thisUserCaseIsNotPart: string
      theAuthorOfHasNotAgreed: (facts: { title: Text }) => string
      theVendorHasNotAnsweredThis: (facts: { names: Text }) => string
      theChampionOfTheBriefOr: string
      thisDayIsYetToCome: string
      anAnswerCannotBeDueBefore: string
      noSuchSubmission: string
      theChampionOfTheBriefOr2: string
      itWasTakenBackAlready: string
      theChampionOfTheBriefOr3: string
      handItOverTo: (facts: { vendor: Text }) => string
      whatGoesOutIsKeptAs: (facts: { count: Text }) => string
      sendItTo: string
      theyGetItByMailAs: string
      theVendorHasNoGuestsHere: (facts: { link: Tag }) => Child[]
      othersWhoReceivedIt: string
      inWordsNamesAndHowThey: string
      how: string
      forInstanceByMailInThe: string
      handedOverOn: string
      answersDue: string
      theGroupsRuleLater: (facts: { count: Text }) => string
      aWordWithIt: string
      handOver: string
      back: string
      noSuchBrief: string
      changeTheBrief: string
      briefs: string
      newBrief: string
      theBriefHasBegun: string
      saved: string
      addRequests: string
      oneRequestAdded: (facts: { added2: number; added: Text }) => string
      itIsOutOfTheBrief: string
      versionIsKept: (facts: { number: Text }) => string
      theBriefIsClosed: string
      itIsHandedOver: string
      consentWords: {
        unasked: string
        asked: string
        no: string
      }
      findRequests: string
      find: string
      wordsOrNumber: string
      noOtherRequestFits: string
      whatIsMergedSetAsideOr: string
      requests: string
      add: string
      theRequestItself: string
      takeItOut: string
      whatWeAsk: string
      oneOrTwoSentencesThatCan: string
      evidence: string
      numbersVotesWhatWasTriedLinks: string
      quoteTheseUserCases: string
      page: string
      save: string
      kind: string
      technicalConcern: string
      severity: string
      versions: string
      yourSupportCases: string
      theAsk: string
      theNeed: string
      howToSeeIt: string
      whatPeopleDoInstead: string
      inTheirWords: string
      whoStandsBehindIt: string
      ofThemWithMustOnRecord: (facts: { count: Text; must: Text; count2: Text }) => string
      institutionsBehindBySegment: (facts: { requestId: Text }) => string
      segment: string
      institutions: string
      stageWithTheProduct: string
      earlierAnswers: string
      briefVersionOf: (facts: { group: Text; briefId: Text; number: Text; time: Tag }) => Child[]
      forAboutChampion: (facts: { vendor: Text; product: Text; champion: Text }) => string
      answers: string
      pdf: string
      spreadsheet: string
      workOnIt: string
      whatWeTakeToAPage: (facts: { vendor: Text }) => string
      noBriefYet: string
      aBriefGathersRequestsForThe: string
      handedOver: (facts: { time: Tag }) => Child[]
      closed: string
      handedOver2: string
      draft: string
      title: string
      forInstanceForTheMeetingIn: string
      purpose: string
      whatShouldKnowBeforeTheFirst: (facts: { vendor: Text }) => string
      champion: string
      whoCarriesItToTheVendor: string
      briefsFor: (facts: { link: Tag; vendor: Text }) => Child[]
      thereIsNoRequestInIt: string
      theAsk2: (facts: { count: Text }) => string
      begun: string
      noneIsKeptYetHandingOver: string
      version: (facts: { number: Text }) => string
      keepAVersion: string
      change: string
      close: string
      submissions: string
      version2: (facts: { version: Text; time: Tag }) => Child[]
      answersDue2: (facts: { day: Tag }) => Child[]
      noRequestYet: string
      quoted: (facts: { count: Text; count2: Text; quotes: Text; stageNames: Text }) => string
      ready: string
      lacksTheAsk: string
    }
    commitments: {
      chooseOneOfTheVendorsProducts: string
      thereIsNoRequest: (facts: { requestId: Text }) => string
      itIsMergedIntoRequestCommit: (facts: { rootId: Text }) => string
      itIsDeliveredAndAcceptedAlready: string
      theVendorIsCommittedToThis: string
      noSuchCommitment: string
      thisCommitmentIsSettledAlready: string
      aYearAfter: (facts: { year: Text }) => string
      thereIsAReleaseOfThis: string
      noSuchRelease: string
      itIsMergedIntoRequestTake: (facts: { rootId: Text }) => string
      thisReleaseIsKnownToDeliver: string
      noSuchDelivery: string
      thisCheckIsClosed: string
      thisUserCaseIsNotPart: string
      sayWhatDoesNotWork: string
      sayWhetherItWorksThereIs: string
      checkEachUserCaseFirstA: string
      aWholeNumberOfPoints: string
      commitments: string
      itIsOnRecord: string
      saved: string
      itGoesOn: string
      commitmentStates: {
        committed: string
        delivered: string
        dropped: string
        carried: string
      }
      whatHasPromisedInPointsOf: (facts: { vendor: Text }) => string
      releases: string
      pointsOfByYearDeliveredOpen: (facts: { product: Text }) => string
      theAccountOf: (facts: { product: Text }) => string
      year: string
      agreed: string
      committed: string
      delivered: string
      ofItLate: string
      open: string
      overdue: string
      dropped: string
      carriedOver: string
      over: (facts: { over: Text }) => string
      recordACommitment: string
      newCommitment: string
      numberOfTheRequest: string
      product: string
      points: string
      due: string
      elseTheEndOfTheYear: string
      record: string
      agreeOnTheCapacityOfA: string
      capacityOfAYear: string
      forInstance50: string
      asAgreed: string
      save: string
      eachCommitment: string
      everyYear: string
      state: string
      all: string
      noCommitmentFits: string
      nothingWasPromisedYet: string
      ofDue: (facts: { count: Text; year: Text; product: Text; day: Tag }) => Child[]
      carryItOver: string
      intoTheYear: string
      why: string
      carryOver: string
      theVendorDropsIt: string
      itsReason: string
      recordThatItIsDropped: string
    }
    desk: {
      theVendorsGuestsAnswerThe: string
      thisWasTakenBackThereIs: string
      thisRequestWasNotHandedOver: string
      noSuchQuestion: string
      somebodyHasAnsweredThisQuestion: string
      noSuchSubmission: string
      thisDayIsPast: string
      thisPersonIsAGuestAlready: string
      thisIsOneOfTheGroup: string
      noSuchGuest: string
      doorWords: {
        web: string
        mail: string
        sheet: string
        call: string
        meeting: string
        portal: string
        import: string
      }
      answer: string
      reason: string
      whySoAnAnswerCountsWith: string
      release: string
      whereItIsPlannedTheRelease: string
      nextReview: string
      whoMayReadIt: string
      asTheGroupsRuleSays: string
      fromWhichDayOn: string
      untilThenTheGroupAloneReads: string
      answer2: (facts: { requestId: Text }) => string
      costInPoints: string
      whatItWouldTakeOfThe: string
      saveTheAnswer: string
      askTheGroup: string
      askTheGroupAQuestion: string
      question: string
      whileItIsOpenTheGroup: string
      ask: string
      dueDay: string
      moveTheDueDay: string
      answerDue: string
      asAgreedWithTheVendor: string
      move: string
      guestsOf: (facts: { vendor: Text }) => string
      withTheVendor: string
      theySeeWhatWasHandedOver: string
      howWeWorkTogether: string
      monthsUntilAnAnswerIsDue: string
      remindSoManyDaysBefore: string
      forInstance143: string
      whoMayReadAnswersWhereThey: string
      daysThatAnswersStayWithThe: string
      save: string
      noGuestYet: string
      guests: string
      since: (facts: { day: Tag }) => Child[]
      endTheRoleOf: (facts: { name: Text }) => string
      endTheRole: string
      inviteAGuest: string
      name: string
      eMailAddress: string
      invite: string
      yourDesk: string
      isAGuestNowAndGets: (facts: { name: Text }) => string
      theRoleHasEnded: string
      saved: string
      itIsTakenBack: string
      theGroupIsAsked: string
      moved: string
      theVendorGetsYourAnswerBy: string
      chooseTheFilledSpreadsheet: string
      whatCameBack: string
      whatTheHasHandedOverTo: (facts: { name: Text; vendor: Text }) => string
      whatWasHandedOverToAnd: (facts: { vendor: Text }) => string
      recordAnAnswer: string
      guestsAndRule: string
      theVendorAsks: string
      questions: string
      since2: (facts: { requestId: Text; title: Text; time: Tag }) => Child[]
      handedOver: string
      nothingWasHandedOverYet: string
      youGetAMailAsSoon: string
      briefs: string
      submissions: string
      dueOfAnswered: (facts: { time: Tag; day: Tag; answered: Text; items: Text }) => Child[]
      answered: string
      open: (facts: { items: Text }) => string
      thereIsNoAnswerYet: string
      theVendor: string
      nextReview2: (facts: { day: Tag }) => Child[]
      mayBeReadBy: (facts: { readersNames: Text }) => string
      from: (facts: { time: Tag }) => Child[]
      itsPage: string
      asks: (facts: { asker: Text }) => string
      theGroup: string
      answerTheVendorsQuestion: string
      sendTheAnswer: string
      theGroupHasNotAnsweredYet: string
      changeYourAnswer: string
      recordAnotherAnswer: string
      theRequest: (facts: { requestId: Text }) => string
      theRequest2: string
      due: (facts: { day: Tag }) => Child[]
      withTheVendor2: (facts: { hasGuest: boolean }) => string
      theGroupHasTakenThisBack: string
      allOnOnePage: string
      pdf: string
      spreadsheet: string
      theBrief: string
      by: string
      to: string
      how: string
      version: string
      answersDue: string
      sendTheSpreadsheetBack: string
      uploadTheFilledSpreadsheet: string
      filledSpreadsheet: string
      rowsWithAnAnswerAndA: string
      upload: string
      aMail: string
      aFile: string
      takeItBack: string
      request: string
      whatBecameOfIt: string
      line: string
      stillOpen: string
    }
    relationship: {
      chooseOneOfTheGroupsMeetings: string
      and: (facts: { name: Text; vendor: Text }) => string
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
      days: (facts: { round: Text }) => string
      handedOver: (facts: { count: Text }) => string
      answered: (facts: { classNames: Text }) => string
      theVendorAsked: string
      committed: (facts: { replace: Text }) => string
      commitmentDropped: (facts: { detail: Text }) => string
      saidToBeDeliveredWith: (facts: { detail: Text }) => string
      checkedByTheGroup: (facts: { verdictNames: Text }) => string
      toldBackTo: (facts: { detail: Text }) => string
      meetingWithTheVendor: string
      meetingOfTheVendorInvited: (facts: { count: Text }) => string
      handedOverAnswered: (facts: { name: Text; handed: Text; answered: Text }) => string
      byQuarter: (facts: { shown: Text }) => string
      wait: (facts: { waiting: Text }) => string
      toAnswerItsQuestions: string
      toTellTheList: string
      toCheckADelivery: string
      weTake: string
      nothingHasWaitedForUsYet: string
      medianDaysThatTheGroupTakes: string
      anotherMeetingWasWith: (facts: { vendor: Text }) => string
      meeting: string
      showItHere: string
      itWasNot: (facts: { title: Text }) => string
      itWasNot2: string
      whatWasHandedOverWhatCame: string
      theseFiguresCountAllRequestsOf: (facts: { handed: Text; handed2: Text }) => string
      withTheVendor: string
      commitments: string
      nothingWasHandedOverYet: string
      beginABrief: string
      requestHandedOver: (facts: { handed: number }) => string
      ofAnsweredWithAReason: (facts: { handed: number }) => string
      answerIsLate: (facts: { late: number }) => string
      ofCommitmentDelivered: (facts: { commitments: number }) => string
      byQuarter2: string
      aboveHandedOverBelowAnswered: string
      takes: (facts: { vendor: Text }) => string
      noAnswerHasComeYet: string
      medianDaysUntilAnAnswerBy: string
      cameAfterTheirDay: (facts: { count: Text }) => string
      whatHappened: string
      what: string
      everything: string
      nothingOfThisKindHasHappened: string
    }
    releases: {
      changeTheRelease: string
      newRelease: string
      releases: string
      saved: string
      noSuchRelease: string
      noSuchDelivery: string
      theRestIsOpenAgain: string
      commitments: string
      theirNotesSayWhatTheyBring: string
      noReleaseYet: string
      saidToBeDelivered: (facts: { count: Text }) => string
      product: string
      name: string
      forInstance2027R1: string
      day: string
      linkToTheNotes: string
      releaseNotes: string
      pasteThemEachPointIsCompared: string
      save: string
      noDayYet: string
      change: string
      doesItDeliverThis: string
      suggestedFromTheNotesYouDecide: string
      suggestions: string
      alike: (facts: { why: Text }) => string
      yesItDelivers: (facts: { requestId: Text }) => string
      yes: string
      noItDoesNotDeliver: (facts: { requestId: Text }) => string
      no: string
      saidToBeDelivered2: string
      nothingYetOfWhatWeAsked: string
      deliveries: string
      toBeChecked: string
      addADelivery: string
      anotherRequestThatItDelivers: string
      itsNumber: string
      add: string
      notes: string
      theVendorsPage: string
      userCases: string
      toTry: (facts: { unchecked: Text }) => string
      thereIsNoUserCaseTo: string
      userCase: string
      check: (facts: { title: Text }) => string
      iHaveTriedIt: string
      whatDoesNotWork: string
      closeTheCheck: string
      notTriedYet: (facts: { count: Text }) => string
      close: string
      doesItWork: string
      aWordOnIt: string
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
      forIt: (facts: { time: Tag; readersNames: Text }) => Child[]
      from: (facts: { time: Tag }) => Child[]
      staysWithTheGroup: string
      notYet: string
      whoAskedHearsWhatBecameOf: string
      posts: string
      nothingWasToldToAList: string
      draftAPost: string
      tellThisList: string
      draftOnePost: string
      notToldToAListYet: string
      everythingIsTold: string
      notToldYet: string
      onePostForAll: string
      sent: (facts: { time: Tag }) => Child[]
      thingIsToldWithIt: string
      thingsAreToldWithIt: string
      inTheArchive: string
      subject: string
      text: string
      save: string
      sendTo: (facts: { list: Text }) => string
      throwItAway: string
      whatItTells: string
    }
    winners: {
      chooseAtLeastOneOfThose: string
      thereIsNoRequest: (facts: { requestId: Text }) => string
      commitToWhatWon: string
      aWholeNumberOfDevelopmentPoints: string
      theNumberOfARequestOr: string
      pleaseLookAgain: string
      oneCommitmentIsOnRecord: (facts: { ids2: number; ids: Text }) => string
      said: {
        committed: string
        promised: string
        accepted: string
      }
      settledAlready: string
      inIt: (facts: { points: Text; year: Text }) => string
      everythingThatWonIsSettled: string
      forOfThatWereVotedOn: (facts: { count: Text; count2: Text; isCapacity: boolean; capacity: Text }) => string
      nothingWasChosenInThisBallot: string
      forAllOfThem: string
      year: string
      due: string
      elseTheEndOfTheYear: string
      capacityOfThatYear: string
      agreedAlreadyWhatIsAgreedStays: (facts: { agreed: Text }) => string
      writtenDownWhereNoneWasAgreed: string
      recordTheCommitments: string
      whoStandsBehindARequestHears: string
      ofIt: (facts: { count: Text; year: Text }) => string
      whatIsAskedFor: (facts: { hasSolution: boolean }) => string
      forRequestIntoWhichItsOwn: (facts: { link: Tag; rootId: Text; requestTitle?: Maybe; isRootId: boolean }) => Child[]
      commitTo: (facts: { number: Text }) => string
      pointsFor: (facts: { number: Text }) => string
      asCosted: (facts: { cost: Text }) => string
      numberOfTheRequestFor: (facts: { number: Text }) => string
      leftEmptyARequestIsMade: string
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
      noSuchMessage: string
      theRawMailShowsOtherPeoples: string
      noSuchAttachment: string
      thisListPassesOnNoFiles: string
    }
    import: {
      thisImportWasTakenBackMeanwhile: string
    }
    pagesPage: {
      newMessage: string
      thisMessageHasNoHtmlPart: string
    }
    queries: {
      noSuchMessage: string
      thisMailWasRemoved: string
    }
    views: {
      messageId: string
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
    actions: {
      itWouldCloseBeforeItOpens: string
      thisBallotIsClosed: string
      anExtensionEndsLaterThanNow: string
      sayWhyAllWhoVoteAre: string
      optionStandsThereTwice: (facts: { twice: Text }) => string
      thereIsNoOptionOnThis: (facts: { unknown: Text }) => string
      theBallotIsOpenOrOver: string
    }
    api: {
      thereIsNoSuchCycle: string
    }
    callingOffPage: {
      sayWhyEverybodyWhoHasTo: string
      onlyABallotThatWasCalled: string
      itIsPreparedAnewAlready: string
      itOpensInTheFuture: string
      itWouldCloseBeforeItOpens: string
      theTermOfWhoIsElected: string
      thereIsNoSuchPhase: string
      callOff: (facts: { title: Text }) => string
      thereIsNothingToPrepareAnew: string
      prepareAnew: (facts: { title: Text }) => string
      calledOffEverybodyWhoHasTo: string
      preparedAnew: string
      thereIsNoSuchBallot: string
      callThisBallotOff: string
      prepareItAnew: string
      callThisBallotOff2: string
      itIsNotCountedAndWaits: string
      whoMayVote: string
      papersCast: string
      papersThatWereCastAreDeleted: string
      why: string
      everybodyWhoCastsABallotHas: string
      callItOffAndTellAll: string
      haswhynotSelectTrueOtherLeaveIt: (facts: { hasWhyNot: boolean }) => string
      prepareItAnew2: string
      theSameQuestionIsPutTo: string
      aCopyWithTheSameOptions: string
      opensOn: (facts: { zone: Text }) => string
      closesOn: (facts: { zone: Text }) => string
      whoWasNominatedStaysSoAnd: string
      theDatesOfItsCycleFollow: (facts: { link: Tag }) => Child[]
      prepareItAnew3: (facts: { hasAtOnce: boolean }) => string
      back: string
    }
    cyclesPage: {
      theDatesDoNotFollowEach: string
      atLeastOneUserGroupHosts: string
      thereIsNoSuchPhase: string
      thisPhaseIsOver: string
      whatHasBegunCanOnlyEnd: string
      sayWhyItIsKeptAnd: string
      thereIsNoSuchCycle: string
      thisCycleHasNoSecondRound: string
      roundTwoIsOpenCostsAnd: string
      roundOneIsOpenTheElectorate: string
      costs: string
      whatRoundOneChoosesStandsHere: string
      wishWithoutACostAllTogether: (facts: { options: number; isMissing: boolean; missing: Text; sum: number; capacity: Text }) => string
      roundTwoHasBegunCostsAnd: string
      whatIsAskedFor: string
      whatWouldBeBuiltFor: (facts: { number: Text }) => string
      developmentPointsFor: (facts: { number: Text }) => string
      save: string
      whatHasNoCostWhenRound: string
      wish: string
      whatWouldBeBuilt: string
      cost: string
      aWholeNumberFrom1To: (facts: { most: Text }) => string
      newEnhancementCycle: string
      aWholeNumberOfDevelopmentPoints: string
      theCycleIsSetUp: string
      movedAllWhoVoteAreTold: string
      saved: string
      thereIsNoSuchConsortium: string
      newCycle: string
      triage: string
      bringInAWish: string
      letItVoteAsOne: (facts: { hasOne: boolean }) => string
      moveADate: string
      phase: string
      begins: (facts: { zone: Text }) => string
      emptyAsBeforeWhatHasBegun: string
      ends: (facts: { zone: Text }) => string
      why: string
      keptForGoodAndToldTo: string
      moveItAndTellAll: string
      phasesOpenAndCloseByThemselves: string
      group: string
      title: string
      aWordAboutIt: string
      userGroupsThatHostIt: string
      anInstitutionInTwoOfThem: string
      timeZoneOfAllDates: string
      forInstanceEuropeLisbon: string
      begins2: (facts: { phaseNames: Text }) => string
      ends2: (facts: { phaseNames: Text }) => string
      recordDate: string
      whoIsAMemberWithA: string
      aPaperSays: string
      aBudgetThatMayBePiled: string
      anOrder: string
      pointsOfEachBallot: string
      atMostForOneWish: string
      howManyGoFromRoundOne: string
      developmentPointsOfTheYear: string
      roundOneIsCountedBy: string
      roundTwoIsCountedBy: string
      tiesAreBroken: string
      secrecy: string
      setItUp: string
      whatTheRulesMean: string
    }
    electionsPage: {
      thereIsNoSuchElection: string
      sayWhyYouStand: string
      sayInSomeSentencesWhyYou: string
      thisPersonHasBeenNominated: string
      thereIsNoSuchNomination: string
      theElectionIsNotCountedYet: string
      hasBeenAskedAndHasNot: (facts: { name: Text }) => string
      noRunnerUpIsLeft: string
      newElection: string
      theElectionIsSetUpNominations: string
      thePersonIsAskedByMail: string
      youStand: string
      doYouStand: string
      youDoNotStand: string
      allWhoAreElectedAreAppointed: string
      isAskedByMail: (facts: { name: Text }) => string
      theSeatIsYoursThankYou: string
      thankYouForTheAnswer: string
      thereIsNoSuchOffer: string
      myNomination: string
      nominateSomebodyByMailAddress: string
      emptyYourselfWhoIsNominated: string
      yourStatementIfYouStandYourself: string
      nominate: string
      whatYouWriteStandsOnThe: string
      yourStatement: string
      iStand: (facts: { isState: boolean }) => string
      iDoNotStand: string
      makeTheAppointments: string
      iTakeTheSeat: string
      iDoNotWantIt: string
      aSeatIsVacantAskThe: string
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
      forInstanceEuropeLisbon: string
      papersArePublished: string
      withoutNames: string
      withTheNameOfEachVoter: string
      setItUp: string
    }
    electorate: {
      whoVotes: string
      fixedWhenTheBallotOpenedAs: (facts: { day: Tag }) => Child[]
      asTheRegisterStandsNowFor: (facts: { day: Tag }) => Child[]
      noMailReachesThem: string
      ofIt: (facts: { unreached: Text; rows: Text }) => string
      institutionsWithoutAReachable: string
      wasAskedOn: (facts: { name: Text; utcDay: Text }) => string
      nobodyIsKnownToWorkThere: string
      nobodyHasBeenAskedYetThirty: string
      noReferent: (facts: { isSpeakersOf: boolean }) => string
      nobodyMeetsTheConditionsOnThe: string
      voter: string
      country: string
      speaksForIt: string
      ballot: string
      cast: string
      notYet: string
    }
    motions: {
      itMustCloseInTheFuture: string
      thereIsNoSuchMotion: string
      anObjectionNeedsItsReasonThe: string
      yourObjectionStandsAlready: string
      thereIsNoSuchObjection: string
      onlyAMotionThatWasNot: string
      aWholeNumberFrom1To: string
      putAQuestionToTheGroup: string
      theGroupIsAsked: string
      yourObjectionStandsTheGroupIs: string
      yourObjectionIsWithdrawn: string
      itIsPutToTheVote: string
      decided: string
      recorded: (facts: { time: Tag }) => Child[]
      putItToTheVoteUntil: (facts: { zone: Text }) => string
      quorumInPercent: string
      putItToTheVote: string
      objections: string
      withdrawn: string
      stands: string
      takeMyObjectionBack: string
      iObjectBecause: string
      object: string
      itIsOpenAtOnceEvery: string
      group: string
      inALine: string
      theQuestionSoThatYesAnd: string
      howItIsDecided: string
      adoptedUnlessSomebodyObjects: string
      byVotesMoreYesThanNo: string
      quorumInPercentOfTheMembers: string
      onlyForVotesEmptyNone: string
      votesArePublished: string
      withNames: string
      withoutNames: string
      closesOn: string
      timeZone: string
      forInstanceEuropeLisbon: string
      askTheGroup: string
    }
    pagesPage: {
      aWholeNumberFrom1To: (facts: { most: Text }) => string
      whoVotes: string
      extendedAllWhoVoteAreTold: string
      saved: string
      aRehearsalIsOpenNothingIn: string
      testPapersWereCast: (facts: { papers: Text }) => string
      countedItWasARehearsal: string
      thereIsNoSuchRehearsal: string
      theRehearsalIsThrownAway: string
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
      sinceRoundOne: (facts: { parts: Text }) => string
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
      thisIsNoNumber: string
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
      countedBy: (facts: { link: Tag; ruleName: Text }) => Child[]
      closesOnYouCanChangeIt: (facts: { time: Tag }) => Child[]
      aRehearsalWhatIsCastHere: string
      hascastsSelectTrueOtherByBy: (facts: { hasCasts: boolean; castBy: Text; isVia: boolean; time: Tag; code: Tag }) => Child[]
      aDraftOfWasSavedWhat: (facts: { savedBy: Text; time: Tag; hasPaper: boolean }) => Child[]
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
      wishAboutMinute: (facts: { shown: number; minutesFor: number }) => string
      nothingOnThisBallotFits: string
      whatTouchesYouFirst: string
      ofByTheAreasThatYou: (facts: { mine: Text; shown: Text }) => string
      whatTouchesYou: string
      withoutAnArea: string
      castTheBallot: (facts: { hasPaper: boolean }) => string
      saveTheDraft: string
      placeGiven: (facts: { named: number }) => string
      pointTooMany: (facts: { spent: number }) => string
      ofPointsLeft: (facts: { budget: Text; budget2: Text }) => string
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
    }
    public: {
      thereIsNoResultYet: string
    }
    queries: {
      thereIsNoSuchBallot: string
    }
    rehearsals: {
      aRehearsalComesBeforeTheOpening: string
      thereIsNothingToRehearseYet: string
      onlyARehearsalTakesTestPapers: string
      thereIsNoSuchRehearsal: string
    }
    resultsPage: {
      thereIsNoResultYet: string
      commitToWhatWon: string
      pb: string
      pdf: string
    }
    running: {
      cast40TestPapers: string
      closeItAndCount: string
      throwTheRehearsalAway: string
      beforeTheOpening: string
      thereIsNothingOnTheBallot: string
      rehearseItOnTestPapers: string
      extendIt: string
      closesOn: (facts: { zone: Text }) => string
      laterThanNowABallotIs: string
      why: string
      keptForGoodAndToldTo: string
      extendAndTellAll: string
      title: string
      countedBy: string
      pointsOfEachBallot: string
      atMostForOneWish: string
      capacityInDevelopmentPoints: string
      howManyGoOnToThe: string
      tiesAreBroken: string
      theChairsOrder: string
      numbersOfTheOptionsThePreferred: string
      secrecy: string
      recordDate: string
      membershipAndContractCountAsOn: string
      save: string
      leastPointsToBeChosen: string
      whatDoesNotFitIntoThe: string
      isPassedOver: string
      endsTheCount: string
      whereMorePapersPreferWhatGreedy: string
      whatAWishIsWorthTo: string
      itsPoints: string
      theSameForEveryWishWith: string
    }
    similar: {
      thereIsNoSuchWish: string
      alike: string
      theyAreDifferentNobodyIsAsked: string
      itIsAboutRequest: (facts: { requestId: Text }) => string
      triage: string
      votesAreSplitWhereTwoWishes: string
      noTwoWishesLookAlike: string
      pairToLookAt: (facts: { total: number; isSettled: boolean; said: Text }) => string
      and: (facts: { title: Text; title2: Text }) => string
      alike2: (facts: { percent: Text; whyOf: Text }) => string
      pairWasSaidToBeDifferent: (facts: { settled: number }) => string
      bothAskForTheSame: (facts: { title: Text }) => string
      mergeIntoTheFirstInto: (facts: { title: Text; title2: Text }) => string
      mergeIntoTheFirst: string
      theyAreDifferentAnd: (facts: { title: Text; title2: Text }) => string
      theyAreDifferent: string
      looksLike: string
      youDecide: string
      whatItLooksLike: string
      wishAlike: (facts: { percent: Text; whyOf: Text }) => string
      itIsDifferent: (facts: { title: Text }) => string
      itIsDifferent2: string
      request: (facts: { id: Text; title: Text }) => string
      alike3: (facts: { percent: Text; reasonsInWords: Text }) => string
      itIsAboutThisRequest: (facts: { id: Text }) => string
      itIsAboutThis: string
    }
    views: {
      newElection: string
      putAQuestion: string
      yours: string
      yourBallots: string
      theBallotOf: (facts: { name: Text }) => string
      youAreTheStandInOf: string
      youCastIt: string
      cast: string
      fillItIn: string
      notCastYet: string
      electorate: string
      whoVotesWhoCanBeReached: string
      aRehearsalWithTestPapersAll: (facts: { isState: boolean; papers: Text; rehearsalCounts: Text; link: Tag }) => Child[]
      rehearsals: string
      thrownAwayWithTestPapers: (facts: { papers: Text }) => string
      aRehearsalRuns: string
    }
    wishes: {
      thereIsNoSuchCycle: string
      wishesComeFromInstitutionsWeDo: string
      chooseAnInstitutionWhereYouWork: string
      thereIsNoSuchRequestIn: string
      whoSubmittedItHasWithdrawnIt: string
      othersWereMergedIntoThisOne: string
      sayWhyInASentenceWho: string
      chooseAWishOfThisCycle: string
      thisWasAnsweredAlready: string
      thereIsNoSuchQuestion: string
      thereIsNoSuchWish: string
      othersWereMergedIntoYourWish: string
      bringInAWish: string
      yourWishIsInYouHear: string
      triage: string
      itWaitsForADecisionAgain: string
      decidedWhoBroughtItInIs: string
      whoBroughtItInIsAsked: string
      itStandsInTheNewWords: string
      itStaysAsYouWroteIt: string
      yourWishIsWithdrawn: string
      sayWhatYouCannotDoToday: string
      inALine: string
      whatYouNeedAndWhatFor: string
      areaOfTheProduct: string
      numberOfTheRequestIfThere: string
      theRequestCarriesTheUserCases: string
      forIt: string
      bringItIn: string
      roundOneIsOpenTheList: string
      everyDecisionIsToldToWho: string
      pairLooksAlike: (facts: { pairs: number }) => string
      wishesByState: string
      everythingIsDecided: string
      nothingHere: string
      wishes: string
      toTheVote: (facts: { title: Text }) => string
      toTheVote2: string
      decideOtherwise: (facts: { title: Text }) => string
      otherwise: string
      looksLike: (facts: { link: Tag }) => Child[]
      broughtInBy: string
      on: string
      request: string
      mergedInto: string
      decidedBy: string
      mergedIntoIt: string
      mergedWishes: string
      otherWords: string
      rewordings: string
      asked: string
      agreed: string
      notAgreed: string
      withdrawMyWish: string
      theGroup: string
      proposesOtherWordsForYourWish: (facts: { proposer: Text; hasWhy: boolean; why: Text }) => string
      iAgree: string
      leaveItAsItIs: string
      decide: string
      takeTheDecisionBack: string
      mergeItIntoAnother: string
      into: string
      noArea: string
      whyTheyAreTheSame: string
      merge: string
      setItAside: string
      becauseItIs: string
      inWordsForWhoBroughtIt: string
      setAside: string
      proposeOtherWords: string
      text: string
      why: string
      askWhoBroughtItIn: string
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
    clausesPage: {
      thereIsADraftAlreadyFinish: string
      thisVersionIsAdoptedWhatIt: string
      aCharterHasAtMostClauses: (facts: { mostClauses: Text }) => string
      thereIsNoSuchClause: string
      aColleagueHasChangedThisClause: string
      theRegisterHasNoSuchDecision: string
      chooseTheDecisionOrWriteIt: string
      itCannotHaveBeenDecidedIn: string
      aDraftIsNotReviewedBut: string
      theNextReviewIsInThe: string
      noVersionIsInForceYet: string
      pdf: string
      docx: string
      markdown: string
      writeIt: string
      factsOfTheGroup: string
      edit: string
    }
    paste: {
      thereIsNoSuchHeading: string
      somebodyHasSaidAlreadyWhatThis: string
    }
    undo: {
      charterVersion: (facts: { number: Text }) => string
      theAdoptionIsTakenBackThis: string
    }
    drafts: {
      whatIsThisHeadingAbout: (facts: { guessed: number }) => string
      theKindOfWhatStandsUnder: string
      oneClause: (facts: { heading: Text; under2: number; under: Text }) => string
      save: string
      thisDraftIsAdoptedBeginThe: string
      writeTheCharter: string
      draftVersion: (facts: { number: Text }) => string
      thereIsNoSuchClause: string
      edit: (facts: { number: Text }) => string
      adoptVersion: (facts: { number: Text }) => string
      wasTakenAsTheTitleWhich: (facts: { title: Text }) => string
      whatStandsBeforeTheFirstClause: string
      ofTheTablesTheseColumnsWere: (facts: { left: Text }) => string
      theDraftIsBegun: (facts: { sayLeft: Text }) => string
      theDraftIsBegun2: string
      saved: string
      theDraftIsThrownAway: string
      oneMeasureIsAttached: (facts: { attached2: number; attached: Text }) => string
      added: string
      itIsTakenOut: string
      theCharterIsAdopted: string
      one: (facts: { one: Text }) => string
      lookAtItAgainOn: string
      youAreRemindedTwoMonthsBefore: string
      theNextVersionOfTheCharter: string
      youWorkOnADraftThat: string
      fromTheVersionInForce: string
      itsClausesAndMeasuresAreTaken: string
      beginWithVersion: (facts: { number: Text }) => string
      fromTheCharterOfAProduct: string
      twentyNineClausesThatGroupsLike: string
      beginWithThisTemplate: string
      fromYourTermsOfReference: string
      pasteYourTermsOfReference: string
      pasteTheText: string
      headingsNumbersAndPointsBecome: string
      splitItIntoClauses: string
      fromNothing: string
      beginWithAnEmptyDraft: string
      theVersionInForce: string
      suggestedFor: (facts: { number: Text }) => string
      measureItSo: (facts: { number: Text; sayMeasure: Text }) => string
      measureItSo2: string
      move: (facts: { number: Text; to: Text }) => string
      whatIsMeasuredBy: (facts: { number: Text }) => string
      addAMeasure: (facts: { number: Text }) => string
      measure: string
      edit2: string
      fieldsThatFillThemselvesIn: string
      aLinkTo: (facts: { title: Text }) => string
      list: (facts: { name: Text }) => string
      theAddressOfARole: string
      addressCoordinator: string
      noMeasure: (facts: { count: Text; isBare: boolean; count2: Text }) => string
      attachWhatIsSuggested: string
      adoptIt: string
      itHasNoClauseYet: string
      clauses: string
      addAClause: string
      whatItIsAbout: string
      number: string
      emptyTheNextOneSuchAs: (facts: { nextNumber: Text }) => string
      whatItSays: string
      markdownFieldsSuchAsCoordinator: string
      addIt: string
      aroundTheClauses: string
      beforeTheClauses: string
      whatIsNewInThisVersion: string
      shownToWhoComparesItWith: string
      throwTheDraftAway: string
      whatIsInForceStaysIn: string
      throwItAway: string
      backToTheDraft: string
      headingAboveIt: string
      besidesTheNameOfItsKind: string
      whatYouWrote: string
      whatYourColleagueWrote: string
      fromYourColleaguesToYours: string
      asItReadsToday: string
      takeItOut: string
      earlierVersionsKeepItWithAll: string
      takeOut: (facts: { number: Text }) => string
      fromTheDayThatYouGive: string
      noMeasure2: (facts: { count: Text }) => string
      theyWillSayNotMeasuredYou: string
      aKindThatWasGuessed: (facts: { count: Text }) => string
      theDraftAsksWhatTheirHeadings: string
      itTakesThePlaceOf: string
      version: (facts: { number: Text }) => string
      inForceSince: string
      inForceFrom: string
      forACharterFromBeforeRapport: string
      whatChanges: string
    }
    findingsPage: {
      thereIsNoSuchClause: string
      thereIsNoSuchWaiver: string
      whatIsRecordedHasHappened: string
      aLinkBeginsWithHttps: string
      thereIsNoSuchRecord: string
      thereIsNoSuchMeasure: string
      byWhichDecision: string
      oneThatIWriteDownHere: string
      theDecisionWhereTheRegisterDoes: string
      itGetsTheNextNumberIn: string
      decidedOn: string
      waiveThisClause: string
      from: string
      to: string
      theLastDayAfterItThe: string
      why: string
      waiveIt: string
      recordALink: string
      whatHappened: string
      aTalkAtTheAnnualConference: string
      on: string
      link: string
      whereOneCanSeeIt: string
      recordIt: string
      theClauseIsWaived: string
      theClauseBindsAgain: string
      removed: string
      editTheCharter: string
      endIt: (facts: { reason: Text }) => string
      endIt2: string
      remove: (facts: { title: Text }) => string
      remove2: string
      whatItIsMeasuredBy: string
      addAMeasure: string
      whoMayReadWhatIsFound: string
      save: string
      sayWhatItIsMeasuredBy: string
      changeThisMeasure: string
      waiveThisClauseForATime: string
    }
    measuresPage: {
      aClauseHasAtMostMeasures: (facts: { most: Text }) => string
      theClauseIsMeasuredByThis: string
      thereIsNoSuchMeasure: string
      thereIsNoSuchDraft: string
      aMeasure: string
      theClauseIsMeasuredSo: string
      itIsTakenAway: string
      howDoesOneSeeThatIt: string
      whatItsWordsSpeakFor: string
      suggested: string
      measureItSo: (facts: { sayMeasure: Text }) => string
      measureItSo2: string
      anotherWay: string
      kindsOfMeasures: string
      atLeastSoManyOfA: string
      atLeast: string
      emptyOneIsEnough: string
      emptyWhereTheCharterNamesNo: string
      ofWhom: string
      allFormalRoles: string
      ofWhichRole: string
      onlyForTheAddressOfA: string
      none: string
      whichRole: string
      notOlderThan: string
      aWholeNumber: string
      ofThese: string
      months: string
      years: string
      weeks: string
      days: string
      whatItFindsToday: string
      whatIsLookedAt: string
      ofWhichSeries: string
      onlyForMeetingsTheRegularCall: string
      allMeetings: string
      ended: (facts: { title: Text }) => string
      daysOfGrace: string
      soLongItIsAtRisk: string
      ismeasureidSelectTrueAttachIt: (facts: { isMeasureId: boolean }) => string
      seeWhatItFindsToday: string
      takeThisMeasureAway: string
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
      thisAddressIsClosedNothingLeaves: string
      writeToAListOrA: string
      thisVeryMailWasSentAlready: string
      chooseSomebodyWhoHoldsThisRole: string
      thisMailWasPassedOnAlready: string
    }
    bringing: {
      thisAddressIsClosedNothingComes: string
      thisMailboxHasNotStopped: string
      oldMailboxesOf: (facts: { title: Text }) => string
      lettersTaken: string
      takenThoughSomethingWasWrongWith: string
      thereAlready: string
      noMailOrUnreadable: string
      mailIsReadSoFar: (facts: { all: number }) => string
      itIsHereAndComesIn: string
      isNoAddressOneLooksLike: (facts: { wrong: Text }) => string
      atMostAddresses: (facts: { mostOwn: Text }) => string
      oldMailboxes: string
      whatThoseWhoHeldTheRole: string
      theMailbox: string
      oneFileInTheFormatMbox: string
      addressesFromWhichTheRoleWrote: string
      addressesThatWereOursWhatComes: string
      bringItIn: string
      noMailboxWasBroughtIn: string
      broughtIn: string
    }
    pages: {
      writeAs: (facts: { title: Text }) => string
      correspondence: string
      itIsOnItsWay: string
      pasteTheAddressOfARequest: string
      saved: string
      yourAnswerIsOnItsWay: string
      passedOn: string
      noSuchAttachment: string
    }
    queries: {
      noSuchCorrespondence: string
      noSuchMail: string
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
      whatComesToTheAddressOf: string
      yourRoleHasNoAddressYet: string
      giveItOne: string
      whoLeadsTheGroupGivesIt: string
      addresses: string
      late: (facts: { late: Text }) => string
      toAnswer: (facts: { open: Text }) => string
      mailGoesToTodayAndTo: (facts: { holders: Text }) => string
      write: string
      whichExchanges: string
      all: string
      weOweAnAnswer: string
      theyOweOne: string
      answered: string
      findCorrespondence: string
      wordsNameOrAddress: string
      lateOnly: string
      nothingHasComeYet: string
      nothingFits: string
      whatCameBeforeCanBeBrought: (facts: { link: Tag }) => Child[]
      exchanges: string
      n1MailLast: (facts: { counterpartName: Text; mails2: number; mails: Text; time: Tag; hasOwner: boolean; owner: Text }) => Child[]
      takeAllOfItAlongMbox: string
      oldMailboxes: string
      attached: (facts: { attachments: Text }) => string
      attachment: (facts: { position: Text }) => string
      asItCame: string
      passItOnAfterAll: string
      itDidNotArrive: (facts: { failure: Text }) => string
      withIt: string
      address: string
      about: string
      whereItStands: string
      state: string
      whoSeesToIt: string
      allWhoHoldTheRole: string
      answerBy: string
      whatItIsAbout: string
      theAddressOfARequestA: string
      save: string
      answer: string
      itLeavesFromYourOwnAddress: (facts: { name: Text; mailDomain: Text }) => string
      subject: string
      text: string
      anAnswerIsExpected: string
      by2: string
      twoWeeksIfYouSayNothing: string
      send: string
      writeAs: (facts: { title: Text }) => string
      itLeavesFromAndIsKept: (facts: { name: Text; mailDomain: Text }) => string
      to: string
      nameOfTheReader: string
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
    actions: {
      sayHowOftenItIsReviewed: string
      aUserGroupsOwnDocumentBelongs: string
      chooseARoleOfTheGroup: string
      writeATextOrBringA: string
      thereIsNoSuchDocument: string
      nothingIsDifferentFromTheNewest: string
    }
    importing: {
      chooseAtLeastOneFile: string
      theReadingHasNotStopped: string
      bringInAFolder: string
      import: (facts: { id: Text }) => string
      oneFileIsRead: (facts: { filesDone: number }) => string
      nothingOfItWasKept: (facts: { error: Text }) => string
      imports: string
      chooseAGroup: string
      oneDocumentIsHere: (facts: { count2: number; count: Text }) => string
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
      upTo500FilesOf50: string
      whose: string
      whoReadsThem: string
      lookAtThem: string
      takeIt: string
      title: string
      day: string
      whatItIs: string
      found: string
      whatDoesNotComeIn: string
      nothingIsDoneYetWhatYou: (facts: { readers: Text }) => string
      bringThemIn: string
      throwItAway: string
    }
    settling: {
      somebodyHasSettledThisImport: string
    }
    keeping: {
      whoHoldsItsRoleOrLeads: string
      thereIsNoSuchDocument: string
      chooseTheDecisionThatApprovedIt: string
      thatDayIsNotHereYet: string
      onlyADocumentInUseIs: string
      theNextReviewIsInThe: string
      thisDocumentWasRemoved: string
      somebodyDidThisAlready: string
      sayWhyItIsWithdrawn: string
      thatDayIsOver: string
      thisDocumentIsKeptUntilIts: string
      versionIsApproved: (facts: { version: Text }) => string
      reviewedItStandsAsItIs: string
      saved: string
      itIsInUseAgain: string
      itIsInTheArchive: string
      itIsWithdrawn: string
      itIsKept: string
      tickThatYouHaveLookedAt: string
      itsTextsAndFilesAreGone: string
      approve: (facts: { title: Text }) => string
      review: (facts: { title: Text }) => string
      settings: (facts: { title: Text }) => string
      cancel: string
      settings2: string
      itsAddressStaysWhateverItIs: string
      title: string
      save: string
      everySubscriber: string
      theGroup: string
      approveVersion: (facts: { number: Text }) => string
      seesThisVersionFromThenOn: (facts: { who: Text }) => string
      whatIsDifferentFromVersion: (facts: { approvedNumber: Text }) => string
      onWhatGround: string
      byTheRoleThatLooksAfter: string
      aMeetingDecidedIt: string
      noDecisionIsWrittenDownYet: string
      theDecision: string
      approvedOn: string
      emptyTodayOrTheDayOf: string
      approve2: string
      reviewedNothingToChange: string
      yourNameAndTheDayAre: string
      nextReviewOn: string
      emptyByItsRhythm: string
      remark: string
      itStandsAsItIs: string
      somethingHasToChange: string
      archiveOrWithdraw: string
      bringBack: string
      whatBecomesOfIt: string
      intoTheArchive: string
      itStaysReadableForThoseWho: string
      withdrawIt: string
      onlyTheGroupSeesItFrom: string
      why: string
      doIt: string
      bringItBackIntoUse: string
      keepItOrRemoveIt: string
      itWasToBeKeptUntil: (facts: { day: Tag }) => Child[]
      keepIt: string
      keepItUntil: string
      removeIt: string
      allItsVersionsAndFilesGo: string
      iHaveLookedAtIt: string
      removeItForGood: string
      onlyPutItIntoTheArchive: string
    }
    queries: {
      thereIsNoSuchDocument: string
    }
    reviewYear: {
      overdue: (facts: { late: Text }) => string
      reviewsInTheComingTwelveMonths: (facts: { coming: Text }) => string
      next: (facts: { link: Tag; reviewOn: Text }) => Child[]
    }
    versions: {
      theFileWaitsForTheVirus: (facts: { isScan: boolean }) => string
      draft: string
      itWasToBeKeptUntil: (facts: { day: Tag }) => Child[]
      decide: string
      approveVersion: (facts: { number: Text }) => string
      untilThenTheGroupAloneSees: string
      itsReviewIsDueOn: (facts: { isReview: boolean; day: Tag }) => Child[]
      reviewedNothingToChange: string
      writeANewVersion: string
      whoReadsIt: string
      theGroupUntilItIsApproved: string
      nextReview: string
      keptUntil: string
      pdf: string
      docx: string
      markdown: string
      zip: string
      settings: string
      review: string
      bringBack: (facts: { isState: boolean }) => string
      withdrawnOnlyTheGroupSeesIt: (facts: { stateReason: Text }) => string
      reviewsThatChangedNothing: string
      reviews: string
      version: (facts: { number: Text }) => string
      newVersion: string
    }
    views: {
      inTheArchive: string
      withdrawn: string
      keptLongEnough: string
      reviewWasDueOn: (facts: { day: Tag }) => Child[]
      draft: string
      newDraft: string
      reviewOn: (facts: { day: Tag }) => Child[]
      approved: string
      newDocument: string
      bringInAFolder: string
      howItStands: string
      whose: string
      all: string
      beginWithTheTermsOfReference: string
      allOfTheseAsAZip: string
    }
    writing: {
      newDocument: string
      newVersion: (facts: { title: Text }) => string
      chooseAFileThatIsNot: string
      writeATextOrBringA: string
      chooseAFile: string
      chooseAGroup: string
      theDraftIsKept: string
      versionIsKeptAsADraft: (facts: { number: Text }) => string
      steeringCommitteeOfAUserGroups: string
      whatItIs: string
      whichRoleLooksAfterIt: string
      notAPersonWhoHoldsThe: string
      whoReadsItOnceItIs: string
      ofWhichDay: string
      ofMinutesTheDayOfThe: string
      reviewEverySoManyMonths: string
      nextReviewOn: string
      emptyCountedFromToday: string
      keepForSoManyMonths: string
      thenYouAreAskedWhetherIt: string
      preview: string
      beginWith: string
      aFileInstead: string
      templates: string
      chosen: string
      newDocumentFromAFile: string
      documents: string
      itBeginsAsADraftThe: string
      title: string
      text: string
      markdownForAHeadingForA: string
      whose: string
      keepTheDraft: string
      cancel: string
      version: (facts: { number: Text }) => string
      thisBecomesVersionADraftUntil: (facts: { latest: Text }) => string
      versionWasWrittenByWhileYou: (facts: { number: Text; maker: Text }) => string
      theTextOfVersion: (facts: { number: Text }) => string
      whatChanged: string
      oneLineForThoseWhoRead: string
      keepVersion: (facts: { latest: Text }) => string
      writeTheTextHereInstead: string
      bringAFileInstead: string
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
    auth: {
      thereIsNoSuchAccount: string
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
      itsDescriptionIsOpenapi31: (facts: { link: Tag; link2: Tag; code: Tag }) => Child[]
      aCollectionNamesItsNextPage: (facts: { code: Tag }) => Child[]
      addresses: string
      acts: string
      eachFormOfThePagesThat: string
      thereIsNoSuchThing: string
      anIdempotencyKeyHas1To: string
      thisIdempotencyKeyWasUsedFor: string
      thisRequestWasCarriedOutOr: string
      thisIsMoreThanAForm: string
      thisMailCannotBeOpenedHere: (facts: { message: Text }) => string
      thisFormWasSentFromAnother: string
      somethingWentWrong: string
      itIsOurMistakeAndIt: string
      numberOfThisRequest: (facts: { id: Text }) => string
      youSeeTheSiteAsDoes: (facts: { b: Tag }) => Child[]
      stop: string
      rapport: string
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
    actions: {
      sayWhereItIsOrThat: string
      sayWhoseEventItIs: string
      thisEventIsCancelled: string
      wouldNotBeWithinTheseDays: (facts: { title: Text }) => string
      theCallForProposalsClosesOn: (facts: { callClosesOn: Text }) => string
      thisEventIsCancelledAlready: string
      thisEventIsOver: string
      aCallHasAFirstAnd: string
      somethingWasProposedAlreadyThe: string
    }
    arranging: {
      addAnEvent: string
      cancel: (facts: { title: Text }) => string
      call: (facts: { title: Text }) => string
      addedWhoeverIsExpectedIsTold: string
      change: (facts: { title: Text }) => string
      aConferenceAMeetingWithThe: string
      whatItIsCalled: string
      kind: string
      whoseEvent: string
      whosePeopleAreExpectedAndSee: string
      firstDay: string
      lastDay: string
      timeZone: string
      whereItIsAtHomeFor: string
      place: string
      aTownAndAHouseEmpty: string
      oneCanTakePartOnline: string
      website: string
      whatItIs: string
      markdownIsRead: string
      everybodySeesIt: string
      holdersOfFormalRolesAreExpected: string
      theyAreToldSayWhetherThey: string
      addIt: (facts: { hasEvent: boolean }) => string
      back: string
      cancelThisEvent: string
      why: string
      whoeverWasToComeReadsIt: string
      cancelTheEvent: string
      callForProposals: string
      forTheStrandOfTheGroup: string
      whatIsLookedFor: string
      markdownIsReadItStandsOn: string
      opensOn: string
      closesAfter: string
      theLastDayOnWhichSomebody: string
      save: string
    }
    call: {
      thereIsNoSuchEvent: string
      thereIsNoSuchProposal: string
      thisProposalIsWithdrawnAlready: string
      thisEventIsOver: string
      thisProposalIsSettled: string
      somebodyElseDecidesAboutYourOwn: string
      thisProposalIsWithdrawn: string
      itsAuthorWasToldAlready: string
      theCallIsOpenUntilDecide: (facts: { callClosesOn: Text }) => string
      thereIsNothingToTell: string
      proposeSomething: string
      proposals: (facts: { title: Text }) => string
      proposedYouHearFromItWhen: string
      theProposerIsTold: (facts: { told2: number; told: Text }) => string
      saved: string
      notedTheProposerHearsOfIt: string
      proposals2: string
      oneProposerDoesNotKnowWhat: (facts: { untold2: number; untold: Text }) => string
      tellTheProposers: string
      nothingWasProposedYet: string
      youHaveProposedNothingYet: string
      minutes: (facts: { minutes: Text }) => string
      of5ReadIt: (facts: { mean: Text; reviews: Text }) => string
      whatTheGroupThinks: string
      meanOfTheScoresOf5: string
      whatYouThinkOfIt: string
      whatDoYouThinkOfIt: string
      shouldItBeInTheProgramme: string
      why: string
      theGroupReadsItTheProposer: string
      save: string
      decide: string
      aWordToTheProposer: string
      sentWhenAllAreTold: string
      accept: string
      waitingList: string
      decline: string
      proposals3: (facts: { title: Text }) => string
      proposed: string
      length: string
      withIt: string
      inTheProgramme: string
      giveItAPlaceInThe: string
      changeIt: string
      withdrawIt: string
      of5: (facts: { mean?: Maybe }) => string
      readIt: (facts: { reviews: Text }) => string
      reviews: string
      change: (facts: { title: Text }) => string
      title: string
      whatItIsAbout: string
      theGroupReadsItBeforeIt: string
      withWhom: string
      minutes2: string
      back: string
    }
    pagesPage: {
      events: string
    }
    people: {
      thereIsNoSuchEvent: string
      thisEventDoesNotTakePlace: string
      thisEventIsOverThoseWho: string
      thisEventIsCancelled: string
      thisEventBeginsOn: (facts: { firstOn: Text }) => string
      nobodyHereHasThisAddress: string
      thisPersonIsOnTheList: string
      whoTakesPart: (facts: { title: Text }) => string
      events: string
      thankYouItIsNoted: string
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
      iTakePartOnline: string
      iDoNotCome: string
      yourAnswer: (facts: { answers: Text }) => string
      youAreExpectedDoYouCome: string
      doYouCome: string
      hasansweredSelectTrueChangeIt: (facts: { hasAnswered: boolean }) => string
      doYouTakePart: string
      from: string
      whereItIsNotTheWhole: string
      to: string
      whyNotOrAWordTo: string
      save: string
      nobodyHasSaidYetThatThey: string
      oneSaysThatTheyCome: string
      sayThatTheyCome: (facts: { coming: Text }) => string
      whoTakesPart2: string
      name: string
      as: string
      said: string
      whatHappened: string
      reason: string
      notNoted: string
      reasonOf: (facts: { name: Text }) => string
      csv: string
      excel: string
      nobodyIsOnTheListYet: string
      somebodyElseTakesPart: string
      address: string
      forInstanceSpeakerOrGuestOf: string
      add: string
    }
    queries: {
      thereIsNoSuchEvent: string
    }
    sessions: {
      thisEventIsCancelled: string
      thereIsNoSuchSession: string
      nobodyHereHasThisAddressSay: string
      sayANameOrTheAddress: string
      thisPersonSpeaksAlready: string
      thereIsNoSuchSpeaker: string
      aPlaceInTheProgramme: string
      addASession: string
      addedSayWhoSpeaks: string
      takenOutOfTheProgramme: string
      takenOut: string
      chooseAFileThatIsNot: string
      takenOff: string
      whatItIsCalled: string
      day: string
      from: string
      onTheClocksOf: (facts: { zone: Text }) => string
      to: string
      whichOfTheTwo: string
      theFirstBeforeTheClocksGo: string
      theSecondAfterTheClocksHave: string
      room: string
      theGroupPresentedIt: string
      showAndTellThatWasShown: string
      none: string
      aLinkToMore: string
      itBeginsWithHttps: string
      whatItWasAbout: string
      markdownIsRead: string
      hassessionSelectTrueOtherAddIt: (facts: { hasSession: boolean }) => string
      back: string
      proposedByWhoSpeaksAndIs: (facts: { proposer: Text }) => string
      minutes: (facts: { minutes: Text }) => string
      whoSpeaks: string
      takeOut: (facts: { name: Text }) => string
      takeOut2: string
      addSomebody: string
      address: string
      ofSomebodyWhoHasAnAccount: string
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
      addTheFile: string
      theSession: string
      takeItOutOfTheProgramme: string
    }
    views: {
      addAnEvent: string
      change: string
      addASession: string
      callForProposals: string
      whoTakesPart: string
      proposals: string
      myProposals: string
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
      youHaveUploadsUnderWayFinish: (facts: { open: Text }) => string
      thisUploadIsFinished: string
      bytesAreHereGoOnFrom: (facts: { received: Text }) => string
      ofBytesAreHereGoOn: (facts: { received: Text; upload: Text }) => string
      moreOfItCameMeanwhileFinish: string
      bringALargeFile: string
      upToThenYouSayWhat: (facts: { largest: Text }) => string
      file: string
      bringIt: string
      cancel: string
      chooseAFile: string
      theFileIsEmpty: string
      aPieceHasAtMostBytes: (facts: { pieceSize: Text }) => string
      thereIsNoSuchUpload: string
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
      theNextReviewIsInThe: string
      onlyALaterDecisionOfThe: string
      thereIsNoSuchDecision: string
    }
    facts: {
      aGroupBelongsToOneUser: string
      chooseAmongTheUserGroupsOf: string
      isHereAlreadyTickItAbove: (facts: { name: Text }) => string
      anotherUserGroupHasThisShort: string
      whatTheGroupIs: string
      itIsAddedTickBelowWhich: string
      theFirstPageTheCharterAnd: string
      name: string
      inOneSentence: string
      underItsNameOnTheFirst: string
      foundedOn: string
      product: string
      vendor: string
      save: string
      userGroups: string
      theGroupBelongsTo: string
      theirSteeringCommitteesOverseeIt: string
      whoHostsItsLists: string
      hostsOfAListModerateIt: string
      anotherUserGroup: string
      forInstanceLibrarySystemsUsers: string
      itsShortName: string
      smallLettersDigitsHyphens: string
      addIt: string
      saved: string
      errors: {
        slug: string
        foundedOn: string
      }
      saveUserGroups: string
    }
    handoverPage: {
      aRoleIsHandedOverTo: string
      thisPersonHasNotBeenWithin: (facts: { nameOfRole: Text }) => string
      giveThisPersonTheRoleFirst: string
      thereIsAHandoverOfThis: string
      noSuchHandover: string
      thisHandoverIsSettledAlready: string
      thereIsNoSuchEntry: string
      handoversOf: (facts: { name: Text }) => string
      preparedLookItOverThenHand: string
      writtenDown: string
      takenOff: string
      handoverTo: (facts: { taker: Text }) => string
      handedOver: string
      calledOff: string
      handovers: string
      whatARoleOwnsPassesTo: string
      roster: string
      noRoleHasBeenHandedOver: string
      to: (facts: { nameOfRole: Text; giver: Text; taker: Text }) => string
      prepareAHandover: string
      role: string
      from: string
      to2: string
      somebodyWhoHoldsTheRoleOr: string
      forTheNextHolder: string
      whatNoListSaysHabitsPeople: string
      prepareIt: string
      whatRolesHaveElsewhere: string
      theMeetingAccountAnotherSites: string
      nothingIsWrittenDown: string
      elsewhere: string
      takeOff: (facts: { title: Text }) => string
      takeOff2: string
      whatItIs: string
      whichRoleHasIt: string
      howItIsPassedOn: string
      writeItDown: string
      nothingHasPassedYet: string
      prepared: string
      handedOver2: string
      theRoleOwnsNothingHere: string
      handItOverTo: (facts: { taker: Text }) => string
      callItOff: string
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
    }
    offices: {
      nobodyHereHasConfirmedThis: string
      thereIsNoSuchTerm: string
      nobodyWouldAdministerTheSite: string
      administratorsAndCommittees: string
      saved: string
      administratorsRunTheSiteA: string
      todayAndToCome: string
      historyOf: (facts: { name: Text; nameOf: Text }) => string
      history: string
      aLastDay: (facts: { ends: boolean }) => string
      lastDayOf: (facts: { name: Text }) => string
      save: string
      giveAnOffice: string
      addressOfThePerson: string
      office: string
      steeringCommitteeOf: (facts: { name: Text }) => string
      administratorOfTheSite: string
      from: string
      to: string
      theLastDayEmptyWhileIt: string
      how: string
      electedAppointedByTheBoard: string
      giveTheOffice: string
      since: (facts: { day: Text }) => string
      until: (facts: { day: Text }) => string
    }
    referentsPage: {
      noSuchOrganisation: string
      theInstitutionIsNoMemberOf: string
      theTermWouldEndBeforeIt: string
      somebodyIsNamedAlreadyAndWaits: string
      thereIsNoSuchEntry: string
      youHaveNamedThisPersonSomebody: string
      theInstitutionIsToldWhyPlease: string
      somebodyHoldsThisPlaceFromThat: string
      whoSpeaksFor: (facts: { name: Text }) => string
      referents: string
      takenBack: string
      theUserGroupConfirmsYouWill: string
      theReferentCastsTheInstitutions: string
      namedAndWaitingForTheUser: string
      standIn: (facts: { standIn: boolean; name: Text; community: Text }) => string
      waitsForTheUserGroup: string
      namedBy: (facts: { namer: Text; time: Tag }) => Child[]
      takeItBack: (facts: { name: Text }) => string
      takeItBack2: string
      theInstitutionIsNoMemberOf2: string
      name: string
      mailAddress: string
      inWhichUserGroup: string
      asAStandIn: string
      speaksWhenTheReferentCannot: string
      from: string
      to: string
      emptyWhileItGoesOn: string
      nameAsReferent: string
      institutionsNameWhoSpeaksForThem: string
      toBeConfirmed: string
      nobodyWaits: string
      standIn2: (facts: { standIn: boolean; name: Text; organisation: Text }) => string
      fromNamedBy: (facts: { email: Text; community: Text; day: Tag; namer: Text }) => Child[]
      toTheInstitution: string
      whyNotWhereYouDoNot: string
      confirm: string
      doNotConfirm: string
      vacant: string
      somebodySpeaksForEveryMember: string
      nobodySpeaksForItIn: (facts: { community: Text }) => string
      confirmed: string
      refused: string
    }
    rosterImport: {
      rostersThatWereBroughtIn: string
      termsAdded: string
      termsEnded: string
      asTheyWere: string
      newPeople: string
      termAddedEnded: (facts: { added: Text; ended: Text }) => string
      rosterOf: (facts: { name: Text }) => string
      isNoTermThatWeCan: (facts: { term: Text }) => string
      theTermWouldEndBeforeIt: string
      theNameIsMissing: string
      theNameIsLongerThan200: string
      looksLikeAFormulaWriteThe: (facts: { row: Text }) => string
      isNoAddressOneLooksLike: (facts: { email: Text }) => string
      severalPeopleAreCalledGiveThe: (facts: { name: Text }) => string
      theNameIsLongerThan300: string
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
    }
    rosterPage: {
      noSuchAppointment: string
      rosterOf: (facts: { name: Text }) => string
      saved: string
      editTheRoster: string
      import: string
      handovers: string
      backToTheRoster: string
      today: string
      nobodyHoldsARole: string
      historyOf: (facts: { name: Text; nameOf: Text }) => string
      history: string
      anotherLastDay: string
      aLastDay: string
      lastDayOf: (facts: { name: Text }) => string
      save: string
      giveARole: string
      addressOfThePerson: string
      role: string
      aFormalRoleOfTheCharter: string
      from: string
      aDayLike20260131: string
      to: string
      theLastDayAYearOr: string
      how: string
      electedAppointedByTheCommitteeA: string
      giveTheRole: string
    }
    tasksPage: {
      chooseSomebodyOfTheGroup: string
      noSuchAction: string
      thisActionIsSettledAlready: string
      sayWhyItWillNotBe: string
      actions: string
      chooseOneOfYourGroups: string
      writtenDown: string
      saved: string
      itIsOpenAgain: string
      noDaySet: string
      due: (facts: { late: boolean; day: Tag }) => Child[]
      whichActions: string
      mine: string
      ofMyGroups: string
      settled: string
      nothingIsSettledYet: string
      nothingIsOpen: string
      whatYouTakeOnInA: string
      done: (facts: { title: Text }) => string
      done2: string
      writeDownAnAction: string
      whatIsToBeDone: string
      group: string
      whoDoesIt: string
      nobodyYet: string
      by: string
      note: string
      writeItDown: string
      itsPage: string
      cameFrom: string
      writtenDown2: string
      whatCameOfIt: string
      settleIt: string
      ifItWillNotBeDone: string
      itWillNotBeDone: string
      changeIt: string
      save: string
      openItAgain: string
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
      thisImportWasTakenBackMeanwhile: string
    }
    follow: {
      onlyThoseWhoLeadTheGroup: string
      thisListIsFollowedAlready: string
      thisListIsNotFollowed: string
      thisHasBeenAnsweredAlready: string
      thisListHasMovedAlready: string
      followElsewhere: (facts: { title: Text }) => string
      followedSubscribeOurAddressThere: string
      aMailAsksTheListThere: string
      answered: string
      moveHere: (facts: { title: Text }) => string
      isHereNow: (facts: { title: Text }) => string
      itIsFollowedNoMore: string
      thereIsNoSuchNotice: string
      followItElsewhere: string
      asLongAsTheListIs: string
      itsAddressElsewhere: string
      forInstanceLectioLListsElsewhere: string
      followIt: string
      theListHasMovedHere: string
      followedElsewhere: string
      moveItHereNow: string
      elsewhere: string
      ourAddressThere: string
      since: string
      archived: string
      last: string
      moved: string
      mailToTheListGoesOut: string
      subscribeTheAddressBesideToThe: string
      askToJoinByMail: string
      mailOfItsHost: string
      nothingHasCome: string
      questionsAndNoticesThatAreNo: string
      answered2: string
      answerYes: (facts: { subject: Text }) => string
      answerYes2: string
      orNot: string
      whatWasArchivedStaysRapport: string
      followItNoMore: string
      moveHereNow: (facts: { title: Text }) => string
      moveItHere: string
      fromNowOnMailToThe: (facts: { subscribers: number; from: Text }) => string
      closeTheListThereFirstSo: string
      nobodyIsSubscribedHereYetImport: string
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
      itIsDoneInAMoment: string
      ofMail: (facts: { value: Text; of: number }) => string
      whatWasBroughtInto: (facts: { listTitle: Text }) => string
      itIsBeingTakenBack: string
      whatCameInto: (facts: { title: Text }) => string
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
      whatWasBroughtIn: string
      eachImportWithItsBalanceUntil: string
      subscribeFromAFile: string
      nothingWasBroughtIntoThisList: string
      imports: string
      archive: string
      messages: string
      howMany: string
      importedThoughSomethingWasWrong: string
      inTheListAlready: string
      keptForAPersonToLook: string
      balance: string
      nothingWasInIt: string
      peopleAndWhatWaits: string
      what: string
      whatBecameOfIt: string
      whatWasLeftOut: string
    }
    undo: {
      anImportIntoThisListIs: string
    }
    uploads: {
      thisImportHasBegunAlready: string
      thisImportHasNotStopped: string
      isNoFileOfMembersCsv: (facts: { plainName: Text }) => string
      bringAFileOrPasteThe: string
      bringAListIn: string
      subscribeFromAFile: (facts: { title: Text }) => string
      bringIn: (facts: { listName: Text }) => string
      chooseAGroup: string
      bringingIn: (facts: { listName: Text }) => string
      nothingWasDoneOneLineIs: (facts: { wrong2: number; wrong: Text }) => string
      itGoesOnWhereItWas: string
      theFilesAreGoneWhatCame: string
      leaveOutTheWrongLineAnd: string
      leaveOutTheWrongLinesAnd: (facts: { n: Text }) => string
      whatWasBroughtInto: (facts: { listName: Text }) => string
      fromMailman21Or3: string
      list: string
      itsNameHereWhatStandsBefore: string
      whoseList: string
      files: string
      configPckRequestPckAndHeldmsg: string
      nameElsewhere: string
      whereTheFilesHaveSeveralLists: string
      lookAtIt: string
      largerArchivesAndTheRest: (facts: { code: Tag }) => Child[]
      importsOverTheWeb: string
      subscribeFromAFile2: string
      theOutputOfListMembersOr: string
      anAddressALineOrCsv: string
      orTheAddressesThemselves: string
      oneALineWithAName: string
      takeOffTheListWhomThe: string
      youSeeThemFirst: string
      cancel: string
      whatBecomesWhat: string
      what: string
      there: string
      here: string
      how: string
      newOnTheListAlreadyNobody: (facts: { opening: Text; count: Text }) => string
      wrong: (facts: { count: Text }) => string
      theOthersAreTakenOnlyIf: string
      line: (facts: { line: Text; reason: Text }) => string
      andMore: (facts: { wrong: Text }) => string
      nobodyIsTakenOffTheList: string
      takenOffTheList: (facts: { opening: Text }) => string
      andMore2: (facts: { leaving: Text }) => string
      moreFiles: string
      oneOfTheSameNameTakes: string
      add: string
      takeOverItsSettingsToo: string
      elseTheListKeepsThoseThat: string
      begin: string
      throwItAway: string
      kb: (facts: { kindOf?: Maybe; ceil: Text }) => string
      whatCameSoFarStaysUntil: string
      itStopped: (facts: { error?: Maybe }) => string
      tryAgain: string
      whatCameSoFarAndThe: string
      throwTheFilesAway: string
    }
  }
  journal: {
    pages: {
      historyOf: (facts: { title: Text }) => string
      asTheJournalHasItNewest: string
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
    }
    rules: {
      lineNothingWasChanged: (facts: { line: Text; problem: Text }) => string
      theHasChangedSinceYouLooked: (facts: { what: Text }) => string
    }
    pbTable: {
      aPbFileBeginsWithMeta: string
      hasNoColumn: (facts: { section: Text; missing: Text }) => string
      thereAreFieldsMoreThanThe: (facts: { fields: Text; columns: Text }) => string
      isItMustBeAWhole: (facts: { what: Text; value: Text }) => string
      isItMustBeANumber: (facts: { what: Text; value: Text }) => string
    }
    pbTotals: {
      isButThereAre: (facts: { key: Text; value: Text; found: Text }) => string
      projectHasInTheColumnBut: (facts: { id: Text; said: Text; column: Text; sum: Text }) => string
    }
    readBlt: {
      theFileEndsBefore: (facts: { what: Text }) => string
      aBltFileBeginsWithThe: string
      thereAreCandidates: (facts: { candidates?: Maybe }) => string
      isNotUnderstood: (facts: { text: Text }) => string
      thereAreNicknamesForCandidatesOr: (facts: { nicknames: Text; ids: Text }) => string
      isNotOneOfTheCandidates: (facts: { called: Text }) => string
      isNoBallotItMustBegin: (facts: { text: Text }) => string
      aBallotMustEndWith0: string
      theBallotNamesTwice: (facts: { twice: Text }) => string
      theBallotStandsForPapers: (facts: { times: Text }) => string
    }
    readPb: {
      theVoteTypeIsWhichIs: (facts: { value: Text; voteTypes: Text }) => string
      thePaperOfVoter: (facts: { id: Text; why: Text }) => string
      thereIsNo: (facts: { column: Text }) => string
      isThereAlreadyOnLine: (facts: { what: Text; id: Text; before: Text }) => string
      voterNamesProjectsAndGivesPoints: (facts: { id: Text; votes: Text; points: Text }) => string
      thePaperOfVoterNamesTwice: (facts: { id: Text; twice: Text }) => string
      thePaperOfVoterGivesPoints: (facts: { id: Text; text: Text; option: Text }) => string
    }
    api: {
      theRequestDoesNotFitIts: string
      thisTokenLacksTheScope: (facts: { scope: Text }) => string
      thisIsNoCursor: string
      takeItFromNextOfThe: string
    }
    fileUpload: {
      pdfWordExcelTextAPicture: string
      isHere: (facts: { b: Tag }) => Child[]
      howMuchOfTheFileIs: string
      largerThan30MbBringIt: (facts: { link: Tag }) => Child[]
    }
    view: {
      nothingIsRecordedYet: string
    }
    pages: {
      takeThisBack: (facts: { one: Text }) => string
      itGoesOnWhereItWas: string
    }
    sheetViews: {
      spreadsheet: string
      csvOrXlsxAtMost100: string
      lookAtIt: string
      whatIsThereNowAsA: string
      columnsThatAreUnderstood: string
      needed: (facts: { label: Text }) => string
      otherColumnsAreLeftAloneYou: string
      nothingIsChangedYet: string
      file: string
      readAs: string
      rows: string
      newIt: string
      changed: string
      asTheyAre: string
      wrong: string
      mendThemInTheFileAnd: string
      oneRowIsWrong: (facts: { problems: number; n: Text }) => string
      whatItWouldDo: string
      nothingEverythingInThisFileIs: string
      applyThisChange: (facts: { changes: number; n: Text }) => string
      changes: string
      andMore: (facts: { n: Text }) => string
      whichColumnIsWhich: string
      notInThisFile: string
      lookAgain: string
      theFirstRows: string
      theFirstRowsOfTheFile: string
    }
    sheets: {
      sayWhichColumnIsWhich: string
      readASheetOf: (facts: { what: Text }) => string
      sayWhichColumnIsWhich2: string
      applyASheetOf: (facts: { what: Text }) => string
    }
    views: {
      theCommandLine: string
      broughtInBefore: string
      imports: string
      line: string
      column: string
      whatIsWrong: string
      andMore: (facts: { n: Text }) => string
      itBeginsInAMoment: string
      takenBack: string
      gone: (facts: { what: Text }) => string
      stayed: (facts: { what: Text }) => string
      undo: string
      lookAgain: string
      tryAgain: string
      bringAnotherFile: string
      itStoppedWhatCameSoFar: (facts: { error: Text }) => string
      balance: string
      takeThisBack: (facts: { one: Text }) => string
      thereIsNothingLeftToTake: string
      whatGoes: string
      what: string
      howMany: string
      whatStays: string
      why: string
      takeItBack: string
      hasopenSelectTrueLeaveItAs: (facts: { hasOpen: boolean }) => string
      itIsTakenBack: string
      stay: (facts: { n: Text }) => string
    }
    upload: {
      thisFileCannotBeRead: string
    }
    when: {
      day: string
      time: string
      minutes: string
      whichOfTheTwo: string
      theFirstBeforeTheClocksGo: string
      theSecondAfterTheClocksHave: string
      timeZone: string
      dayAndTimeAreOnIts: string
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
    actions: {
      thisNameIsOneOfThe: string
      chooseAnotherNameThisOneIs: string
      thisNameIsTheAddressOf: string
      thisIsTheAddressOfA: string
      thereIsAListOfThis: string
      thisListDecidesWhoJoinsAsk: string
      youHaveNoConfirmedAddressYet: string
      theOwnersOfThisListHave: string
      noSuchRequest: string
      onlySubscribersWriteToThisList: string
      youHaveNoAddressThatAnswers: string
    }
    api: {
      thisAddressIsAListsOwn: string
      thisAddressIsAListsOwn2: string
      thatIsManyMessagesInAn: string
      noSuchSubscription: string
    }
    bans: {
      thisPatternMeansEverybody: string
      thisPatternMeansEverybodyToClose: string
      onlyAdministratorsBanSomebody: string
      thisDayIsPast: string
      chooseADayToCome: string
      noSuchBan: string
      onlyAdministratorsEndABanOf: string
      bansOf: (facts: { title: Text }) => string
      banned: string
      theBanIsLifted: string
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
      bansAndFriends: string
      bans: string
      whoIsBannedCannotJoinThe: (facts: { link: Tag }) => Child[]
      nobodyIsBanned: string
      whom: string
      reason: string
      until: string
      by: string
      act: string
      over: (facts: { day: Tag }) => Child[]
      liftTheBanOf: (facts: { value: Text }) => string
      lift: string
      banSomebody: string
      addressDomainOrPattern: string
      forThoseWhoLookAfterThe: string
      theLastDayEmptyForEver: string
      onTheWholeSite: string
      ban: string
      writersWhoAreNotSubscribed: string
      nothingIsSetForAnybody: string
      writers: string
      theirMail: string
      forget: (facts: { value: Text }) => string
      forget2: string
      setSomethingForAWriter: string
      set: string
    }
    bouncesPage: {
      noSuchSubscription: string
      noSuchSubscriber: string
      bouncesOf: (facts: { title: Text }) => string
      closedItOpensAgainIfIt: string
      getsTheListsMailAgain: (facts: { name: Text }) => string
      youGetTheMailOfAgain: (facts: { title: Text }) => string
      to: (facts: { time: Tag; time2: Tag }) => Child[]
      bounces: string
      onlyAnAddressThatIsDead: string
      failuresOf30Days: string
      failuresOf30DaysByTheir: string
      incidents: string
      noIncidents: string
      failuresThatComeTogetherOfOne: string
      aRemovedPost: string
      takesNoMailFromHere: (facts: { subject: Text }) => string
      delivery: (facts: { failures: number }) => string
      closed: string
      closeIncident: (facts: { id: Text }) => string
      close: string
      theServerGaveNoWords: string
      suspended: string
      nobodyIsSuspended: string
      suspendedSubscribers: string
      since: (facts: { span: Tag }) => Child[]
      takeUpAgainFor: (facts: { name: Text }) => string
      takeUpAgain: string
      noSuchIncident: string
    }
    health: {
      healthOf: (facts: { title: Text }) => string
      health: string
      whetherPeopleWriteWhetherTheyAre: string
      getsNothingForNow: (facts: { paused: number }) => string
      openIncident: (facts: { openIncidents: number }) => string
      overTime: string
      posts: string
      messages: string
      writersAMonth: string
      people: string
      answeredWithin7Days: string
      perCentOfThreads: string
      firstPostsOfNewcomers: string
      joined: string
      left: string
      mailThatCameBack: string
      deliveries: string
      incidents: string
      incidents2: string
      whyMailCameBack: string
      bounces: string
      mailOf30DaysThatCame: string
      deliveriesOf30Days: string
      nothingWasDeliveredWithin30Days: string
      deliveriesOf30DaysByState: string
      theFigures: string
      byMonthTheNewestFirst: string
      month: string
      writers: string
      newcomers: string
      threads: string
      answered: string
      cameBack: string
      in12Months: (facts: { hasMean: boolean; shown: Text }) => string
    }
    invitationsPage: {
      notEveryLineIsAnAddress: string
      theseLinesAreNoAddress: (facts: { wrong: Text }) => string
      nobodyIsNamed: string
      nameAtLeastOneAddress: string
      theseAreTooMany: string
      atMostAtOnce: (facts: { mostAtOnce: Text }) => string
      noSuchInvitation: string
      invitationsTo: (facts: { title: Text }) => string
      withdrawn: string
      stateWords: {
        waiting: string
        accepted: string
        declined: string
        withdrawn: string
      }
      invitations: string
      n1PersonIsInvited: (facts: { invited2: number; invited: Text }) => string
      whomToInvite: string
      oneAddressALineWithA: string
      aWordFromYou: string
      invite: string
      invited: string
      nobodyWasInvitedYet: string
      whom: string
      state: string
      act: string
      by: (facts: { time: Tag; hasInviter: boolean; inviter: Text }) => Child[]
      withdrawTheInvitationOf: (facts: { email: Text }) => string
      withdraw: string
    }
    membersPage: {
      writeTheAddressesOneALine: string
      notOnThisListNothingWas: (facts: { some: Text; more: Text }) => string
      subscribersOf: (facts: { title: Text }) => string
      subscribers: string
      chooseWhatIsToBeDone: string
      tickSomebodyAboveOrChooseAll: string
      n1SubscriberWasChanged: (facts: { changed2: number; changed: Text }) => string
      n1PersonIsNoLongerOn: (facts: { removed2: number; removed: Text }) => string
      until: (facts: { time: Tag }) => Child[]
      subscriberFound: (facts: { title: Text; total: number; hasFiltered: boolean }) => string
      subscribeFromAFile: string
      whatWasBroughtIn: string
      saveAsXlsx: string
      saveAsCsv: string
      findSubscribers: string
      nameOrAddress: string
      gets: string
      anything: string
      state: string
      any: string
      ownMail: string
      joinedSince: string
      nobodyIsLikeThat: string
      nobodyIsSubscribedYet: string
      showAllSubscribers: string
      who: string
      since: string
      changeThoseChosen: string
      whom: string
      thoseTickedAbove: string
      allThatWereFound: (facts: { total: Text }) => string
      thoseWhoseAddressesStandBelow: string
      addresses: string
      oneALineForThoseWhose: string
      what: string
      gets2: (facts: { label: Text }) => string
      whatTheyGet: string
      ownMail2: (facts: { label: Text }) => string
      theirOwnMail: string
      takeOffTheList: string
      goOn: string
      takeOffTheList2: (facts: { many2: number; name?: Maybe; many: Text }) => string
      theirMessagesStayInTheArchive: string
      why: string
      goesIntoTheLetter: string
      tellThemByMail: string
      takeOffTheList3: (facts: { many2: number; many: Text }) => string
      cancel: string
      andMore: (facts: { many: Text }) => string
    }
    moderationRules: {
      rulesOf: (facts: { title: Text }) => string
      theRulesAreAsRapportBrings: string
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
      lookedAtAgainLater: string
      rulesForMail: string
      aMailMeetsTheseRulesFrom: string
      backToTheRulesAsRapport: string
      off: (facts: { when: Text }) => string
      asItIsSet: (facts: { when: Text }) => string
      rules: string
      when: string
      then: string
      withIt: string
      whatIsSet: string
      off2: string
      placeAndWhen: string
      on: string
      placeOf: (facts: { ruleWords: Text }) => string
      whatIsSetForTheWriter: string
      whatBecomesOfIt: (facts: { ruleWords: Text }) => string
      always: string
      on2: (facts: { ruleWords: Text }) => string
      anotherPattern: string
      subject: string
      headerFieldOfANewPattern: string
      promo: string
      newPattern: string
      aRegularExpressionOfRe2In: string
      save: string
      tryOnRecentMail: string
      headerField: (facts: { label: Text }) => string
      pattern: (facts: { label: Text }) => string
      emptyThePatternToRemoveIt: string
      types: (facts: { label: Text }) => string
      whatTheyWouldDoWithRecent: string
      withTheSubscribersBansAnd: string
      noMailCameToYet: (facts: { name: Text }) => string
      recentMail: string
      mail: string
      came: string
      howItWent: string
      whatTheRulesSay: string
    }
    moderationPage: {
      thisMailHasNoFromAddress: string
      aColleagueHasDecidedThisMail: string
      noSuchHeldMail: string
      noSuchSubscriber: string
      said: {
        approve: string
        reject: string
        discard: string
      }
      heldMailOf: (facts: { title: Text }) => string
      decide: string
      n1MailIsDecidedColleaguesHad: (facts: { count2: number; count: Text; isLeft: boolean; left: Text }) => string
      othersSeeThatYouLookAt: string
      othersCanLookNow: string
      keptForTheOtherModerators: string
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
      nothingIsHeld: string
      thereIsNone: string
      mailThatTheRulesOfThe: (facts: { link: Tag }) => Child[]
      byARule: (facts: { hasDecider: boolean; decider: Text; reasonOf: Text }) => string
      decideOnSeveral: string
      mail: string
      why: string
      came: string
      choose: string
      looksAtIt: (facts: { claimer?: Maybe }) => string
      chooseBy: (facts: { subject: Text; fromName: Text }) => string
      aWordToTheWriters: string
      goesIntoTheLettersWhenYou: string
      sendTheChosenOn: string
      rejectTheChosen: string
      discardTheChosen: string
      aWordToTheWriter: string
      goesIntoTheLetterWhenYou: string
      letThroughFromNowOn: (facts: { fromName: Text }) => string
      withAnApprovalTheWritersMail: string
      sendToTheList: string
      reject: string
      discardSilently: string
      from: string
      envelopeSender: string
      decidedBy: string
      attachments: string
      iLookAtIt: (facts: { isClaimed: boolean }) => string
      forModerators: string
      aWordToOtherModerators: string
      nobodyElseReadsIt: string
      keep: string
      looksAtItSince: (facts: { claimer?: Maybe }) => string
      youMayDecideAllTheSame: string
      thisMailIsDecidedNothingMore: (facts: { stateWords: Text }) => string
      thisLinkIsOutOfDate: string
      theMailWasDecidedAlreadyOr: string
    }
    nav: {
      heldMail: string
      requestsToJoin: string
      subscribers: string
      invitations: string
      bounces: string
      health: string
      settings: string
      rulesForMail: string
      lookingAfterTheList: string
      filesAndHtml: string
      bansAndFriends: string
      movingHere: string
    }
    notices: {
      theseWordsCannotBeUsed: string
      notices: string
      whatTheListWritesByItself: string
      yourWords: (facts: { languagesOf: Text }) => string
      noticesOf: (facts: { title: Text }) => string
      language: string
      subject: string
      text: string
      factsNeededGreetingAndSignature: (facts: { factsOf: Text; isNeededBy: boolean; neededBy: Text }) => string
      save: string
      preview: string
      backToTheWordsOfRapport: string
      asItWillRead: string
      meiChen: string
      noSuchNotice: string
      saved: string
      theWordsAreThoseOfRapport: string
    }
    pagesPage: {
      mySubscriptions: string
      noSuchSubscription: string
      youHaveLeft: (facts: { title: Text }) => string
      thisAddressIsAListsOwn: string
      thisAddressIsAListsOwn2: string
      confirm: string
      unsubscribe: string
      youAreOnNow: (facts: { title: Text }) => string
      writeTo: (facts: { title: Text }) => string
      thatIsManyMessagesInAn: string
      yourMessageIsOnItsWay: string
      noSuchSubscriber: string
      isNoLongerOnTheList: (facts: { name: Text }) => string
    }
    queries: {
      onlySubscribersWriteToThisList: string
    }
    receiving: {
      noSuchSubscription: string
      mailGoesToAConfirmedAddress: string
      chooseOneOfYourConfirmed: string
      thisIsNoTopic: string
      aTopicIsOneWordFor: string
      howIReceive: (facts: { title: Text }) => string
      saved: string
      mailComesToYouAgain: string
      receivingHints: {
        each: string
        mime_digest: string
        plain_digest: string
        weekly: string
        none: string
      }
      mySubscriptions: string
      leaveTheList: string
      pausedUntil: (facts: { time: Tag }) => Child[]
      takeItUpAgainNow: string
      whatComesToMe: string
      atWhichAddress: string
      youMayWriteFromAnyOf: string
      alsoWhatIWriteMyself: string
      ofEachMailADigestIs: string
      alsoWhereIStandInTo: string
      onlyTheTopicsThatIFollow: string
      pauseUntilAnotherDay: string
      pauseUntil: string
      nothingComesBeforeThisDayWhat: string
      save: string
      topics: string
      wordsWithAInTheSubject: string
      nobodyHasUsedOneInThe: string
      followed: string
      muted: string
      anotherTopic: string
      lti: string
      follow: string
      mute: string
    }
    roleAddresses: {
      aSteeringCommitteeHasTheAddress: string
      thisNameIsALists: string
      thisIsTheAddressOfA: string
      thisAddressIsTaken: string
      anotherRoleHasOrHadThis: string
      thisAddressIsClosedAlready: string
      addressesOfRoles: string
      takesMailFromNowOn: (facts: { name: Text }) => string
      closedWhatCameAndWentStays: string
      noSuchCorrespondence: string
      noSuchAddress: string
      mailToSuchAnAddressGoes: string
      noRoleHasAnAddressYet: string
      addresses: string
      toNobodyMailIsKept: (facts: { title: Text; group?: Maybe; isHolders: boolean; holders: Text }) => string
      closed: string
      closeTheAddress: (facts: { name: Text }) => string
      closeTheAddress2: string
      openAnAddress: string
      address: string
      whatStandsBefore: (facts: { mailDomain: Text }) => string
      asPeopleReadIt: string
      forInstanceLectioCoordinatorThe: string
      role: string
      whose: string
      openIt: string
    }
    settings: {
      onlyTheCoordinatorTheDeputyAnd: string
      theseSettingsDoNotGoTogether: string
      atLeast: (facts: { least: Text }) => string
      atMost: (facts: { most: Text }) => string
      settingsOf: (facts: { title: Text }) => string
      filesAndHtmlAt: (facts: { title: Text }) => string
      saved: string
      historyOfTheSettingsOf: (facts: { title: Text }) => string
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
      nameOfTheList: string
      asItStandsInMailsAnd: string
      whatItIsFor: string
      language: string
      ofNoticesToPeopleWhoseOwn: string
      joiningAndReading: string
      howOneJoins: string
      whoReadsTheArchive: string
      tellModeratorsWhoJoinedAndWho: string
      oneLetterADayWhereThere: string
      mailToTheList: string
      largestMailInMb: string
      whatBecomesOfLargerOnesThe: string
      emergencyEveryMailWaitsForA: string
      forAQuarrelOrAFlood: string
      takeAMembersMailOnlyWhere: string
      byASignatureOrTheSending: string
      remindModeratorsOfHeldMailAfter: string
      heldMailExpiresAfterDays: string
      itsWriterIsToldWhereThe: string
      mailFromTheList: string
      prefixOfSubjects: string
      lectio: string
      breaksTheSignatureOfTheWriters: string
      footer: string
      breaksSignaturesTooListAddress: string
      answersGoTo: string
      theListBreaksSignaturesAsWell: string
      newcomersAndDigests: string
      newcomersReceive: string
      aDigestIsFullAtKb: string
      aLargerPostIsInIt: string
      orAtPosts: string
      theDaysDigestGoesOutAt: string
      n0To23ByTheClock: string
      timeZone: string
      save: string
      filesAndHtml: string
      whatChangesAMailBreaksThe: string
      files: string
      filesAboveSoManyKbLeave: string
      theLinkLeadsIntoTheArchive: string
      filesOfTheseTypesLeaveAs: string
      zipVideo: string
      endingsAndMediaTypesWithSpaces: string
      filesOfTheseTypesDoNot: string
      exeApplicationXMsdownload: string
      neitherInMailsNorFromThe: string
      html: string
      mailThatIsHtmlAlone: string
      notice: (facts: { label: Text; label2: Text }) => string
      mb: (facts: { round: Text }) => string
      asRapportBringsIt: string
      asRapportBringsThem: string
      theSameInAnotherOrder: string
      historyOfTheSettings: string
      nothingWasChangedYet: string
      changes: string
      setting: string
      before: string
      after: string
      by: string
      when: string
    }
    vettingPage: {
      noSuchRequest: string
      aColleagueHasDecidedThisRequest: string
      theApplicantIsToldWhyPlease: string
      theAddressDoesNotBelongTo: string
      sayWhoAnswersForTheData: string
      chooseTheUserGroupThatAnswers: string
      thisRequestDoesNotWaitAny: string
      thisIsAsMuchAsA: string
      theAccountThereIsSomebodyElses: string
      yourInstitutionDoesNotSayThat: string
      thisAddressIsYourOwnGive: string
      noSuchReferent: string
      thisPersonHasBeenAskedAlready: string
      thisQuestionIsAnsweredAlready: string
      requestsToJoin: (facts: { title: Text }) => string
      saved: string
      askSomething: string
      writeWhatYouWantToKnow: string
      yourQuestionIsOnItsWay: string
      othersSeeThatYouLookAt: string
      othersCanLookNow: string
      theQuestionIsOnItsWay: string
      rungWords: {
        proved: string
        person: string
        open: string
      }
      requestsToJoin2: string
      nobodyWaits: string
      requestsComeHereOnceTheirAddress: string
      addressConfirmed: (facts: { time: Tag }) => Child[]
      isLooking: (facts: { claimer: Text }) => string
      withoutAPerson: string
      whomTheListLetsInBy: string
      addressesThatLookLikeStudentsOr: string
      save: string
      givesAddressesToAnybodyItSays: (facts: { shown: Text }) => string
      looksLikeADomainOfStudents: (facts: { shown: Text; hasFirst: boolean; name: Text }) => string
      nobodyInTheRegisterHasThat: (facts: { shown: Text }) => string
      severalOrganisationsHaveAPartOf: (facts: { shown: Text; candidates: Text }) => string
      belongsTo: (facts: { showDomain: Text; name?: Maybe; kindNames: Text }) => string
      noContractIsRecordedForToday: string
      withoutAnOrganisationThereIsNone: string
      inForceToday: (facts: { value: Text }) => string
      staffPage: (facts: { link: Tag }) => Child[]
      says: (facts: { text: Text }) => string
      asked: (facts: { person?: Maybe; text: Text }) => string
      theInstitution: string
      sOwnSignOnSays: (facts: { organisation: Text; span: Tag }) => Child[]
      askHasstandinSelectTrueStandIn: (facts: { name: Text; hasStandIn: boolean; organisation: Text }) => string
      wasAskedAndHasNotAnswered: (facts: { who: Text }) => string
      vouches: (facts: { who: Text }) => string
      doesNotVouch: (facts: { who: Text }) => string
      earlierRequests: string
      issourceSelectTrueOtherHiposList: (facts: { isSource: boolean; name: Text; hasCountry: boolean; countryName: Text }) => string
      addItToTheRegister: (facts: { hasRegistered: boolean }) => string
      addTheOrganisationToTheRegister: (facts: { isSuggestions: boolean }) => string
      requestToJoin: (facts: { title: Text }) => string
      address: string
      asked2: string
      knownHereAs: string
      decidedBy: string
      organisation: string
      answersForTheData: string
      proved: string
      whatIsKnown: string
      theAddressIsConfirmedByA: string
      domain: string
      contract: string
      staff: string
      theInstitutionItselfSaysSo: string
      somebodyVouches: string
      whatShowsThatTheyWorkThere: string
      iAmLookingAtIt: string
      isLookingAtThisRequest: (facts: { claimer: Text }) => string
      letOthersLook: string
      placeOfWork: string
      noneOfThese: string
      whoAnswersForTheData: string
      theUserGroupsThatHostThe: string
      iHaveReadTheStaffPage: string
      toTheApplicant: string
      theReasonWhenYouRejectYour: string
      accept: string
      askForMore: string
      reject: string
    }
    views: {
      wrote: (facts: { fromName: Text; split: Text }) => string
      writeToTheList: string
      subject: string
      message: string
      send: string
      goesOutAsMailToSubscriber: (facts: { subscribers: number }) => string
      mySubscriptions: string
      youAreOnNoList: string
      seeWhichListsThereAre: string
      atSince: (facts: { receiving: Text; email: Text; time: Tag }) => Child[]
      changeHowIReceive: (facts: { title: Text }) => string
      change: string
      leave: (facts: { title: Text }) => string
      leave2: string
      pausedSinceMailToThisAddress: (facts: { time: Tag }) => Child[]
      itGaveNone: string
      takeItUpAgain: string
    }
    volunteersPage: {
      thisDayIsOver: string
      theTermWouldEndBeforeIt: string
      noSuchCall: string
      thereIsNoOfferToTake: string
      thisCallIsDecidedAlready: string
      somebodyHasOfferedMeanwhileOrWas: string
      noSuchRunnerUp: string
      theTermOfThisCallIs: string
      callsForVolunteers: string
      callForVolunteers: (facts: { group: Text }) => string
      chooseOneOfYourGroups: string
      theCallIsOpen: string
      thankYouYouWillHearWhat: string
      takenBack: string
      decidedEverybodyIsTold: string
      appointed: string
      withdrawn: string
      outcomeNames: {
        appointed: string
        runner_up: string
        declined: string
      }
      decided: string
      withdrawn2: string
      closedToBeDecided: string
      openUntil: (facts: { day: Tag }) => Child[]
      groupsLiveFromPeopleWhoOffer: string
      nobodyIsLookedForJustNow: string
      calls: string
      oneSeatFrom: (facts: { seats2: number; seats: Text; day: Tag }) => Child[]
      callForVolunteers2: string
      group: string
      role: string
      seats: string
      whatIsAsked: string
      whatThereIsToDoHow: string
      theTermBegins: string
      andEnds: string
      offersUntil: string
      tellAList: string
      aPostInYourNameWith: string
      noList: string
      openTheCall: string
      decide: string
      oneSeat: (facts: { seats2: number; seats: Text }) => string
      whatBecomesOfSOffer: (facts: { name: Text }) => string
      placeAmongTheRunnersUp: string
      decideAndTellEverybody: string
      withdrawTheCall: string
      term: string
      from: (facts: { day: Tag }) => Child[]
      to: (facts: { day: Tag }) => Child[]
      offers: string
      yourOffer: (facts: { outcomeNames: Text }) => string
      yourOffer2: string
      offerToServe: string
      whyYouInAFewSentences: string
      readByThoseWhoDecideAnd: string
      takeItBack: string
      nobodyHasOfferedYet: string
      appointToAVacantSeat: (facts: { name: Text }) => string
      appointToAVacantSeat2: string
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
    actions: {
      sayWhichGroupMeets: string
      thisMeetingIsCancelled: string
      thisMeetingIsOver: string
      thereIsNoSuchSeries: string
      thereIsNoSuchInvitation: string
      thisMeetingIsOverOrCancelled: string
    }
    api: {
      thereIsNoSuchMeeting: string
      youAreNotInvitedToThis: string
      theLastDayIsBeforeThe: string
      thereIsNoSuchSeries: string
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
      notNoted: (facts: { day: Text; title: Text; hasAttendance: boolean; attendanceWords: Text }) => string
      ofMeetings: (facts: { rows: Text; rows2: Text }) => string
      everybodyComesToAYear: (facts: { hasFormalOnly: boolean; kindWords: Text; isPerYear: boolean; sharePercent?: Maybe; perYear: Text }) => string
      nothingExpected: string
      ofFewerThanExpected: (facts: { isAttended: boolean; attended: Text; kindWords: Text; wanted: Text; isKept: boolean }) => string
      theShareThatWasThereAt: (facts: { meetings: Text; shares: Text }) => string
      theShareThatWasThereAt2: (facts: { day: Text; day2: Text }) => string
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
      ofIt2: string
      year: string
      allYears: string
      noMeetingHasBeenYet: string
      wereThere: string
      awayWithAnAcceptedReason: string
      byPerson: string
      heldAgainst: (facts: { judgedIn: Text }) => string
      name: string
      overTime: string
      expected: string
      byRole: string
      role: string
      byRegion: string
      fromTimeZones: string
      region: string
    }
    decisions: {
      theLaterDecisionStandsInIts: string
      doesItStillStand: string
      lookAtItAgainOn: string
      emptyItStandsForGood: string
      itStands: string
      numberOfTheLaterDecision: string
      withoutDItTakesThePlace: string
      letItTakeItsPlace: string
    }
    guests: {
      thisMeetingDoesNotTakePlace: string
      thisMeetingIsOver: string
    }
    minutes: {
      thereIsNoSuchMeeting: string
      thisMeetingIsCancelled: string
      thereIsNoSuchItem: string
      thereIsNoNextMeetingYet: string
      theseMinutesAreApprovedWriteA: string
      theLineIsTooLong: string
      aLineHas5000Characters: string
      thereIsNoSuchLine: string
      thisLineIsADecisionAlready: string
      thisLineIsAnActionAlready: string
      theseMinutesAreApprovedAlready: string
      thereIsNothingInTheMinutes: string
      theseMinutesDoNotWaitFor: string
      thisCorrectionIsSettledAlready: string
      aColleagueHasApprovedThemAlready: string
      sendThemToThoseWhoWere: string
      aCorrectionWaitsForAnAnswer: string
      thereAreNoApprovedMinutes: string
      aWholeNumberFromTo: (facts: { least: Text; most: Text }) => string
      minutesOf: (facts: { title: Text }) => string
      onTheAgenda: string
      theAgendaHoldsWhatWaits: string
      takenOut: string
      decidedAndInTheRegister: string
      itIsAnActionNow: string
      sentToEverybodyWhoWasInvited: string
      approvedAndPublished: string
      theyAreOnTheirWayTo: string
      minutesOf2: (facts: { hosts: Text; when: Text }) => string
      states: {
        proposed: string
        open: string
        done: string
        carried: string
        dropped: string
      }
      decision: string
      action: (facts: { hasOwner: boolean; owner: Text }) => string
      until: (facts: { day: Tag }) => Child[]
      twoPeopleWroteOnThisLine: string
      thisOne: string
      iskindSelectTrueDecisionOrAction: (facts: { isKind: boolean }) => string
      whatWasDecidedWithTheVote: string
      lookAtItAgainOn: string
      forIt: string
      against: string
      abstained: string
      makeItADecision: string
      whatSomebodyIsToDo: string
      who: string
      nobodyYet: string
      until2: string
      makeItAnAction: string
      takeTheLineOut: string
      haslineSelectTrueOtherNewLine: (facts: { hasLine: boolean }) => string
      staysInTheGroup: string
      haslineSelectTrueSaveTheLine: (facts: { hasLine: boolean }) => string
      arrangeThisItem: string
      putItOnTheAgenda: string
      thisMeetingApprovesThem: string
      toTheNextMeeting: string
      setAside: string
      openAgain: string
      up: string
      down: string
      title: string
      note: string
      markdown: string
      minutes: string
      saveTheItem: string
      minute: (facts: { minutes: number }) => string
      proposedBy: (facts: { proposer: Text }) => string
      whereItComesFrom: (facts: { span: Tag }) => Child[]
      whoIsThere: string
      reasons: string
      aQuorumNeedsOf: (facts: { hasNoted: boolean; quorumText: Text; isWanted: boolean; wanted: Text; expected: Text }) => string
      saveAttendance: string
      mailedTo: string
      asAMessage: string
      onTheirWayTo: (facts: { title: Text }) => string
      theyCouldNotBeMailedTo: (facts: { title: Text; listTrouble: Text }) => string
      mailThemToAList: string
      mailThem: string
      sentOn: (facts: { time: Tag }) => Child[]
      approvedBySilenceOn: (facts: { time: Tag }) => Child[]
      approvedOn: (facts: { time: Tag; approvedHow: Text }) => Child[]
      nothingIsWrittenYetWhatIs: string
      sendToThoseWhoWereThere: (facts: { isMinutes: boolean }) => string
      approveAndPublish: string
      answer: string
      taken: string
      leftAsItIs: string
      correctSomething: string
      askForTheCorrection: string
      theMeeting: string
      pdf: string
      agendaAndMinutes: string
      whatWaits: string
      openActionsLateAnswersDecisions: string
      addAnItem: string
      proposeAnItem: string
      thereIsNoAgendaYetLines: string
      besides: string
    }
    lists: {
      minutesGoToAListOnce: string
      theyWereMailedToAList: string
      nobodyIsKnownInWhoseName: string
    }
    pagesPage: {
      change: (facts: { title: Text }) => string
      arrangeAMeeting: string
      thereIsNoSuchCalendar: string
      yourCalendarAddressShownOnlyNow: (facts: { baseUrl: Text; token: Text }) => string
      yourCalendarAddressOpensNothing: string
      arrangedTheInvitationsAreOnTheir: string
      changedWhoeverNeedsToKnowIs: string
      cancel: (facts: { title: Text }) => string
      cancelledEverybodyIsTold: string
      youAreNotInvitedToThis: string
      thankYouItIsNoted: string
      whoWasAt: (facts: { title: Text }) => string
      attendanceNoted: string
    }
    polls: {
      sayWhichGroupMeets: string
      giveTwoTimesAtLeastTo: string
      fortyTimesAtMost: string
      answersComeBeforeTheFirstOf: string
      thisIsInThePast: string
      thereIsNoSuchPoll: string
      thisPollIsClosed: string
      aColleagueHasClosedThisPoll: string
      chooseOneOfTheTimes: string
      line: (facts: { i: Text; why: Text }) => string
      isNoTimeLike202611: (facts: { line: Text }) => string
      isNoTime: (facts: { line: Text }) => string
      findADate: string
      everybodyIsAsked: string
      thankYouYouCanChangeIt: string
      theMeetingIsArrangedThe: string
      whoHasBorneHowMuch: string
      last12Months: string
      pointsByTheHourNoneWithin: string
      pointsOfTheLastTwelveMonths: string
      monthByMonth: (facts: { name: Text; months: Text }) => string
      ofAnswered2PluralOneOther: (facts: { answered: Text; all: Text; answered2: number }) => string
      everybodySaysWhenTheyCanClosing: string
      whatItIsCalled: string
      whoMeets: string
      minutes: string
      timeZone: string
      theTimesBelowAreOnIts: string
      timesToChooseFrom: string
      oneALineLike202611: string
      answersUntilTheEndOf: string
      where: string
      aWordToIt: string
      askEverybody: string
      back: string
      thisPollIsClosedTheMeeting: (facts: { link: Tag }) => Child[]
      whenCanYou: string
      until: (facts: { time: Tag }) => Child[]
      iCan: string
      perhaps: string
      iCannot: string
      save: string
      soFar: string
      timesTheBestFirst: string
      canPerhaps: (facts: { yes: Text; maybe: Text }) => string
      outsideWorkingHoursNobodyHas: (facts: { outsideOf: Text; largest: Text }) => string
      takeThis: string
      whoSaidWhat: string
    }
    queries: {
      thereIsNoSuchMeeting: string
      thereIsNoSuchSeries: string
    }
    series: {
      hasTwoMeaningsOrSayWhich: (facts: { cadence: Text; two?: Maybe; twice?: Maybe }) => string
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
      thanTheTimeBeforeForAnd: (facts: { sayShift: Text; names: Text; isNames: boolean; names2: Text }) => string
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
      beginTheSeries: (facts: { hasSeries: boolean }) => string
      back: string
      noDateChanges: string
      drops2PluralOneOtherCancelled: (facts: { drops: Text; drops2: number }) => string
      change3: (facts: { title: Text }) => string
      nobodyNeedsToBeTold: (facts: { parts: Text; hasTold: boolean; people: Text }) => string
      whatChanges: string
      now: string
      then: string
      dates: string
      changeAndTell: string
    }
    views: {
      datePolls: string
      until: (facts: { time: Tag }) => Child[]
      ofWereThere: (facts: { present: Text; expected: Text }) => string
      whoComes: string
      tickAttendance: string
      aQuorumNeedsOf: (facts: { hasNoted: boolean; replace: Text; wanted: Text; expected: Text }) => string
      proposes: (facts: { time: Tag }) => Child[]
      showAndTell: string
      isminutesSelectTrueAgendaAnd: (facts: { isMinutes: boolean }) => string
      change: string
      cancelThisMeeting: string
      mailTheApprovedMinutesTo: string
      onlyThoseWhoWereInvited: string
      inTheNameOfWhoeverSends: string
      kind: string
      aMeetingOfTheGroup: string
      aConferenceCallOfTheUser: string
      theAnnualConference: string
      whatIsExpectedOfTheHolders: string
      change2: (facts: { title: Text }) => string
      arrangeAMeeting: string
      whatItIsCalled: string
      whoMeets: string
      theirMembersAreInvitedSeveral: string
      where: string
      aRoomOrTheAddressOf: string
      quorumInPercentOfThoseExpected: string
      n0ForNone: string
      thePublicSeesThatItTakes: string
      arrangeAndInvite: (facts: { hasMeeting: boolean }) => string
      back: string
      cancel: (facts: { title: Text }) => string
      why: string
      everybodyWhoWasInvitedReadsIt: string
      cancelTheMeeting: string
      whoWasThere: string
      attendance: string
      name: string
      reason: string
      reasonAccepted: string
      reasonOfIfAny: (facts: { name: Text }) => string
      isTheReasonOfAccepted: (facts: { name: Text }) => string
      yes: string
      no: string
      save: string
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
      sayInWordsWhatThePicture: string
      chooseAnAreaOfThisGroups: string
      whatIsPublishedIsChangedBy: string
      somebodyHasChangedThisSinceYou: string
      itIsScheduledForTheEnd: string
    }
    api: {
      aLinkIsAPathHere: string
    }
    composePage: {
      itIsPublishedItsFiguresStay: string
      aSentenceNeedsWordsLeaveIt: string
      thereIsNoSuchSentence: string
    }
    fields: {
      embargo: string
      nobodyOutsideTheGroupSeesIt: string
      notBefore: string
      at: string
      timeZone: string
      forInstanceEuropeLisbon: string
      language: string
      whoMayReadIt: string
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
      takeIn: (facts: { page: Text }) => string
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
    }
    issues: {
      thePeriodEndsAfterItBegins: string
      issueIsBeingWrittenFinishIt: (facts: { number: Text }) => string
      whatIsPublishedIsChangedBy: string
      somebodyHasChangedThisSinceYou: string
      itIsScheduledForTheEnd: string
      chooseFromTheItemsThatAre: string
      thereIsNoSuchIssue: string
      beginAnIssue: string
      begunAndFilledFromTheRecord: string
      saved: string
      thereIsNoSuchSentence: string
      leftOut: string
      putBack: string
      theRecordTellsNothingNew: string
      newChanged: (facts: { added: Text; changed: Text }) => string
      taken: (facts: { count: Text }) => string
      leftOut2: (facts: { count: Text }) => string
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
      upToAndWith: string
      theFrankWord: string
      whatTheNumbersDoNotSay: string
      draftsAndIssues: string
      itFillsItselfWithWhatThe: string
      group: string
      beginAndReadTheRecord: string
      source: (facts: { text: Text }) => string
      source2: string
      theRecordDoesNotTellThis: string
      theRecordSays: (facts: { suggested: Text }) => string
      asItIsPrinted: string
      saveAndTakeIt: string
      take: (facts: { text: Text }) => string
      take2: string
      leaveOut: (facts: { text: Text }) => string
      leaveOut2: string
      asTheRecordSaysIt: (facts: { suggested: Text }) => string
      asTheRecordSaysIt2: string
      draftsAndIssuesNumber: (facts: { link: Tag; number: Text }) => Child[]
      lookAtIt: string
      whatHappened: string
      readFromTheRecordOn: (facts: { time: Tag }) => Child[]
      toLookAt: string
      leftOut3: string
      readTheRecordAgain: (facts: { isLines: boolean }) => string
      takeAllThatIsLeft: string
      leaveOutAllThatIsLeft: string
      theRecordTellsNothingOfThis: string
      changeThePeriodBelowOrLet: string
      items: string
      thereAreNoItemsToChoose: string
      writeNews: string
      whichItemsStandInIt: string
      keepThisChoice: string
      theIssue: string
      save: string
    }
    jobs: {
      whoScheduledItIsGone: string
      whoAskedForItIsGone: string
      itIsNotPublishedAnyMore: string
    }
    outlets: {
      thoseWhoLeadTheGroupKeep: string
      itIsClosedAlready: string
      thereIsNoSuchNews: string
      thoseWhoLeadTheGroupGive: string
      itWasWithdrawn: string
      itIsUnderEmbargo: string
      onlyWhatEverybodyMayReadGoes: string
      chooseOneOfTheEditors: string
      hasItAlready: (facts: { name: Text }) => string
      youHoldNoRoleWithAn: string
      itDoesNotNeedAnotherTry: string
      thisDayIsStillToCome: string
      itIsStillOnItsWay: string
      editorsElsewhere: string
      noted: string
      nothingGoesThereAnyMore: string
      itIsTriedAgain: string
      recordedByYourWord: string
      thereIsNoSuchEditor: string
      thereIsNoSuchContribution: string
      toByOn: (facts: { outlet: Text; askedByName: Text; time: Tag; hasAnswer: boolean; answer: Text }) => Child[]
      theDraft: string
      itIsInTheCorrespondence: string
      tryAgain: (facts: { title: Text }) => string
      tryAgain2: string
      appearedOnSays: (facts: { link: Tag; day: Tag; attestedByName: Text }) => Child[]
      itHasAppeared: string
      where: string
      theAddressAsYouSeeIt: string
      on: string
      iHaveSeenItThere: string
      draftsAndIssues: string
      whereTheNewsletterIsSomebody: string
      whatWasGiven: string
      nothingWasGivenToAnEditor: string
      openAPieceOfNewsAnd: string
      contributions: string
      editors: string
      noEditorIsNotedYet: string
      byMailTo: (facts: { editorEmail: Text }) => string
      asADraftAtAs: (facts: { url: Text; username: Text }) => string
      closed: string
      close: (facts: { name: Text }) => string
      close2: string
      anEditorWhoTakesMail: string
      newsletter: string
      editor: string
      address: string
      noteIt: string
      aWordpressThatTakesDrafts: string
      addressOfTheSite: string
      itBeginsWithHttps: string
      accountThere: string
      applicationPassword: string
      madeThereInTheAccountsProfile: string
      group: string
      giveItToAnEditor: string
      aWordToTheEditor: string
      goesBeforeTheTextWhereIt: string
      giveIt: string
    }
    pagesPage: {
      eachLineBeginsWithAnAddress: string
      newsAtom: string
      newsJsonFeed: string
      edit: (facts: { title: Text }) => string
      writeNews: string
      savedAsADraft: string
      saved: string
      draftsAndIssues: string
      thereIsNoSuchPicture: string
    }
    publishing: {
      thereIsNoSuchNews: string
      thoseWhoLeadTheGroupLet: string
      itIsNotMarkedAsReady: string
      itIsScheduledTakeThatBack: string
      itIsNotScheduled: string
      itIsMailedOnceItIs: string
      chooseAtLeastOneList: string
      itWasMailedThereAlready: string
      onlyWhatIsPublishedIsCorrected: string
      itIsADraftAgain: string
      itIsPublished: string
      itGoesOutOn: (facts: { value: Text }) => string
      itDoesNotGoOutBy: string
      itIsOnItsWayTo: string
      notedUnderTheText: string
      itIsOnItsWayTo2: string
      person: (facts: { subscribers: number }) => string
      mailItTo: string
      onceAsAPostOfYours: string
      withdrawn: (facts: { withdrawnWhy: Text }) => string
      letItOut: string
      itDidNotGoOut: (facts: { trouble: Text }) => string
      itGoesOutByItselfOn: (facts: { isScheduledBy: boolean; time: Tag }) => Child[]
      takeThatBack: string
      publishNow: (facts: { hasLater: boolean }) => string
      thoseWhoLeadTheGroupLet2: string
      markAsReady: string
      backToDraft: string
      sent: (facts: { time: Tag }) => Child[]
      inItsThread: string
      published: string
      seeItAsOthersDo: string
      mailIt: string
      send: string
      putSomethingRight: string
      correction: string
      itStandsUnderTheTextWith: string
      noteIt: string
      withdrawIt: string
      why: string
      readersSeeThisInItsPlace: string
      withdraw: string
    }
    queries: {
      thereIsNoSuchNews: string
    }
    record: {
      contributions: string
      whichYear: string
      year: string
      theWholeRecord: string
      roster: string
      countedFromTheRecordForThe: string
      nobodyHeldASeatThen: string
      whatEachMemberGave: string
      whatEachMemberGaveIn: (facts: { year: Text }) => string
      member: string
      all: string
      theRecordHoldsNothingOfThis: string
      byKind: string
      eachOfThem: string
    }
    rhythm: {
      between1And52: string
      rhythmOfTheNewsletter: string
      howManyWeeksOrMonths: string
      saved: string
      theFirstIssueHasStillTo: string
      theNextIssueComesWhenThere: string
      theNextIssueHasBeenDue: (facts: { isDaysDue: boolean; day: Tag }) => Child[]
      news: string
      whenTheNextIssueIsDue: string
      every: string
      weeksOrMonths: string
      noRhythmWheneverThereIsSomething: string
      save: string
      thoseWhoLetTheNewsletterOut: (facts: { rhythmInWords: Text }) => string
    }
    tabs: {
      theNewslettersDesk: string
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
      didNotGoOut: string
      goesOut: (facts: { time: Tag }) => Child[]
      edit: string
      withdrawn: (facts: { withdrawnWhy: Text }) => string
      writeNews: string
      group: string
      title: string
      text: string
      markdownBoldWordsHttpsLists: string
      partOfTheProduct: string
      noneInParticular: string
      itTellsOf: string
      oneALineTheAddressOf: string
      picture: string
      atMost5Mb: string
      whatThePictureShows: string
      forThoseWhoDoNotSee: string
      takeThePictureAway: string
      hasitemSelectTrueOtherSaveAs: (facts: { hasItem: boolean }) => string
      news: string
      whatYouWriteHereIsSeen: string
      newsInBrief: string
      noIssueIsBeingWritten: string
      aNewIssueFillsItselfWith: string
      beginAnIssue: string
      issues: string
      number: (facts: { number: Text }) => string
      nothingIsBeingWritten: string
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
      theStepIsOpenAgain: string
      thereIsNoSuchStep: string
      words: {
        open: string
        done: string
        confirmed: string
        skipped: string
      }
      whatAGroupBringsWithIt: string
      ofSettled: (facts: { settled: Text; steps: Text }) => string
      stepsOf: (facts: { name: Text }) => string
      undo: (facts: { title: Text }) => string
      undo2: string
      itIsRight: (facts: { title: Text }) => string
      itIsRight2: string
      takeBack: (facts: { title: Text }) => string
      takeBack2: string
      leaveItOut: string
      why: string
      whoComesAfterYouReadsIt: string
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
      thisIsNotTheCodeThat: string
      welcomeToRapport: string
      thisDatabaseIsEmptySayWho: string
      code: string
      printedWhereRapportWasStartedIt: string
      youTheFirstAdministrator: string
      yourName: string
      yourEMailAddress: string
      theGroup: string
      userGroup: string
      forInstanceLibrarySystemsUsers: string
      itsShortName: string
      inAddressesSmallLettersDigits: string
      workingGroup: string
      forInstanceLectioWorkingGroup: string
      vendor: string
      product: string
      itsList: string
      nameOfTheList: string
      forInstanceLectioL: string
      itsAddress: string
      whatStandsBefore: (facts: { mailDomain: Text }) => string
      begin: string
      beginAndImportFromMailman: string
      toTakeOverAnExistingRapport: string
      errors: {
        slug: string
        list: string
      }
    }
    watchPage: {
      noSuchJobWaitsForSomebody: string
      noScheduleIsSetRapportBackup: string
      theLastOneFailed: (facts: { error: Text }) => string
      theFirstIsStillToBe: string
      theNewestIsOld: (facts: { age: Text }) => string
      incomingMail: string
      toBeSortedParked: (facts: { waiting: number }) => string
      outbox: string
      due: (facts: { due: number }) => string
      noRelayIsSetSoHere: (facts: { due: number }) => string
      jobs: string
      dueTheOldestFor: (facts: { waiting: number; age: Text }) => string
      noneIsDue: string
      journal: string
      toBeChained: (facts: { count: number }) => string
      everyLineIsChained: string
      search: string
      notFound: (facts: { count: number }) => string
      everyMessageIsFound: string
      virusScanner: string
      forItTheOldestFor: (facts: { waiting: number; age: Text }) => string
      noFileWaitsForIt: string
      webhooks: string
      paused: (facts: { waiting: Text; failing: Text; paused: Text }) => string
      backup: string
      newsletter: string
      noIssueIsDue: string
      dueTheLatestFor: (facts: { due: number }) => string
      disk: string
      free: (facts: { free: Text; n: Text }) => string
      writeAheadLog: string
      theSite: string
      howEachPartWorksNow: string
      needsSomebody: (facts: { rings: Text }) => string
      stages: string
      jobsThatFailAgainAndAgain: string
      failingJobs: string
      job: string
      tried: string
      whatItSaid: string
      againByItself: string
      tryAgainJob: (facts: { id: Text; task: Text }) => string
      tryAgain: string
      whereMailIsPutOff: string
      deliveriesPutOffByDomain: string
      domain: string
      deliveries: string
      backupsOfTheSchedule: string
      noneYet: string
      theFirstBeginsWithinMinutesOf: string
      backups: string
      when: string
      file: string
      size: string
      theJobIsTriedAgain: string
      parked: (facts: { parked: number }) => string
      lateIssue: (facts: { days: number }) => string
      walSays: (facts: { size: Text; most: Text }) => string
      states: {
        late: string
        good: string
      }
      noNextTry: string
      backupRuns: string
    }
  }
  outbox: {
    files: {
      linked: (facts: { name: Text; size: Text; link: Text }) => string
      dropped: (facts: { name: Text }) => string
    }
    api: {
      noSuchParkedMail: string
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
      everyMailThatLeavesToEach: string
      noRelayIsSetRapportRelay: string
      orMore: (facts: { mostCounted: Text }) => string
      findDeliveries: string
      state: string
      all: string
      address: string
      nothingHere: string
      nothingAmongMails: (facts: { mostWalked: Text }) => string
      thereAreOlderOnes: string
      deliveries: string
      mail: string
      to: string
      when: string
      answer: string
      aLetterThatRapportWrote: string
      kind: string
      queued: string
      attempts: string
      theServersAnswer: string
      nextAttempt: string
      size: string
      bytes: (facts: { delivery: Text }) => string
      sha256: string
      bouncesComeTo: string
      token: (facts: { mailDomain: Text }) => string
      thisLetterCouldNotBeComposed: (facts: { hasEnding: boolean }) => string
      tryThisLetterAgain: string
      tryAgain: string
      onlyItsReaderMaySeeThis: string
      theMail: string
      theLetterIsOnItsWay: string
      incomingMail: string
      whatWasAcceptedAndIsNot: string
      waitsToBeSorted: (facts: { waiting: number }) => string
      isParked: (facts: { parked: number }) => string
      nothingIsParked: string
      aMailThatCannotBeSorted: string
      parkedMail: string
      fromTo: (facts: { mailFrom: Text; rcptTo: Text }) => string
      triedAttemptsPluralOneOtherTimes: (facts: { time: Tag; attempts: number; error?: Maybe }) => Child[]
      tryAgainMail: (facts: { id: Text }) => string
      older: string
      noSuchParkedMail: string
      theMailIsTriedAgain: string
    }
    parked: {
      noSuchParkedLetter: string
    }
    queries: {
      noSuchDelivery: string
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
      nobodyHereHasThisAddress: string
      youAreYourselfAlready: string
      nobodyActsAsAnotherAdministrator: string
      youActAsNobody: string
      seeTheSiteAsSomebodyElse: string
      forMinutesAtMostInThis: (facts: { longest: Text }) => string
      whatYouChangeMeanwhileIsRecorded: string
      addressOfThisPerson: string
      why: string
      thePersonReadsThis: string
      begin: string
      youSeeTheSiteAsThis: string
      youAreYourselfAgain: string
      private: string
    }
    actions: {
      thereIsNoSuchPerson: string
    }
    affiliationsPage: {
      thisIsSettledAlready: string
      thereIsNoSuchAffiliation: string
      confirmOrWithdrawTheAddresses: string
      thisAddressBelongsToAnAccount: string
      noSuchAddress: string
      thisAddressIsOrWasSubscribed: string
      youSignInWithThisAddress: string
      myAddresses: string
      whoWorksWhere: string
      saved: string
      thisAddressIsAListsOwn: string
      weSentAMailToThis: string
      removed: string
      withdrawn: string
      stillThere: (facts: { name: Text }) => string
      stillThere2: string
      hasLeft: (facts: { name: Text }) => string
      hasLeft2: string
      onceAYearWeAskWho: string
      toBeSettled: string
      freshWithinAYear: string
      askedAWhileAgo: string
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
      notConfirmedPressTheButtonIn: string
      withdraw: (facts: { email: Text }) => string
      withdraw2: string
      addAnAddress: string
      address: string
      sendMeTheMail: string
      unanswered: string
      notConfirmed: string
      receivesAList: string
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
      iWorkSomewhereElseNow: string
      signInAndDevices: string
      whatBecameOfWhatIAsked: string
      myData: string
      myTokens: string
      name: string
      asOthersSeeItBesideYour: string
      languageOfMailsAndPages: string
      timeZone: string
      colours: string
      asMyDeviceSays: string
      light: string
      dark: string
      singleKeysDoSomething: string
      save: string
      singleKeysHint: string
      unknownZone: string
    }
    profiles: {
      theEndComesAfterTheBeginning: string
      myProfile: string
      people: string
      saved: string
      thereIsNoSuchPerson: string
      person: (facts: { total: number }) => string
      forThoseWhoKeepTheRegister: string
      whoWorksWhere: string
      referents: string
      findPeople: string
      nameAddressOrInstitution: string
      roleToday: string
      anyOrNone: string
      onAList: string
      nobodyFits: string
      edit: string
      onlyYouAndThoseWhoKeep: string
      roles: string
      noRoleIsRecorded: string
      toShow: string
      myRecordOfServicePdf: string
      asOthersSeeIt: string
      yourRolesStandThereByThemselves: string
      aboutMe: string
      whatYouWorkOnWhatOthers: string
      iWorkFrom: string
      onYourOwnClocksMeetingsAre: string
      until: string
      othersWhoAreSignedInSee: string
      save: string
      lists: (facts: { count: number }) => string
      standIn: (facts: { role: Text }) => string
    }
    file: {
      severalOrganisationsAreCalledSo: string
      isRegisteredForAlreadyIfThat: (facts: { domain: Text; name: Text }) => string
      thisOrganisationStandsInLine: (facts: { line: Text }) => string
      lineSaysOtherwiseOfThis: (facts: { line: Text }) => string
      thisRorIdStandsInLine: (facts: { line: Text }) => string
      standsInLineAlready: (facts: { domain: Text; line: Text }) => string
    }
    register: {
      addedChanged: (facts: { added: Text; changed: Text }) => string
      registerOfOrganisations: string
      canBeReadInTwoWays: (facts: { text: Text }) => string
      isNoDayWriteItAs: (facts: { text: Text }) => string
      looksLikeAFormulaWriteThe: (facts: { row: Text }) => string
      theNameIsMissing: string
      theNameIsLongerThan300: string
      isNoneOf: (facts: { kind: Text; kinds: Text }) => string
      isNoCountryThatWeKnow: (facts: { country: Text }) => string
      isNoRorIdItsCheck: (facts: { ror: Text }) => string
      anAddressOfTheWebBegins: string
      anybodyGetsAnAddressAtIt: (facts: { domain: Text }) => string
      isNoneOf2: (facts: { named: Text; choices: Text }) => string
      isNoneOf3: (facts: { stage: Text; stages: Text }) => string
      sayWithWhichProduct: string
      lineNamesAnotherStage: (facts: { line: Text }) => string
      neitherTheRegisterNorThisFile: (facts: { parent: Text }) => string
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
      thisTookTooLongOrWas: string
      noSuchSession: string
      moreThanPasskeysAreTooMany: (facts: { mostPasskeys: Text }) => string
      thisPasskeyIsHereAlready: string
      noSuchPasskey: string
      theAccountThereHasNoAddress: string
      noSuchAccount: string
      domainsLookLikeExampleEdu: string
      pasteTheCertificateThatThe: string
      sayForWhichDomainsItSpeaks: string
      thisShortNameIsTaken: string
      noSuchProvider: string
      tooManyTriesFromHerePlease: string
      signIn: string
      linked: string
      thisCouldNotBeTrustedPlease: string
      signInAndDevices: string
      thisWasBegunBySomebodyElse: string
      saved: string
      removedDeleteItOnYourDevice: string
      theLinkIsCut: string
      thatSessionIsEnded: string
      oneSessionIsEnded: (facts: { ended: number }) => string
      aMailWithACodeAlways: string
      passkeys: string
      noPasskeyYet: string
      since: (facts: { time: Tag }) => Child[]
      lastUsed: (facts: { time: Tag }) => Child[]
      onOneDevice: (facts: { synced: boolean }) => string
      remove: (facts: { name: Text }) => string
      remove2: string
      rename: string
      newNameOf: (facts: { name: Text }) => string
      save: string
      nameOfTheNewPasskey: string
      soThatYouKnowItAgain: string
      addAPasskey: string
      thatDidNotWorkYourDevice: string
      toAddAPasskeyAPage: string
      accountsElsewhere: string
      linked2: (facts: { email: Text; time: Tag }) => Child[]
      cutTheLinkTo: (facts: { labelOf: Text }) => string
      cutTheLink: string
      notLinked: string
      link: string
      whereYouAreSignedIn: string
      sessions: string
      thisOne: string
      endTheSessionOf: (facts: { describeDevice: Text }) => string
      end: string
      endAllOthers: string
      notUsed: string
      session: (facts: { how: Text; since: Tag; used: Tag }) => Child[]
      hows: {
        code: string
        passkey: string
      }
      network: (facts: { network: Text }) => string
    }
    providers: {
      thereIsNoSuchProvider: string
      signInElsewhere: string
      saved: string
      itAnswersAndIs: (facts: { issuer: Text }) => string
      itCannotBeUsed: (facts: { message: Text }) => string
      removedMailAndPasskeysGoOn: string
      kinds: {
        oidc: string
        saml: string
      }
      oidcRedirectAddress: string
      samlEntityIdAndMetadata: string
      samlWhereAnswersArePosted: string
      aMailWithACodeAnd: string
      addOne: string
      noneIsSetUp: string
      nobodyIsSentElsewhereToSign: string
      identityProviders: string
      setByTheEnvironment: (facts: { kinds: Text; issuer: Text }) => string
      on: string
      speaksFor: (facts: { domains?: Maybe; kinds: Text; issuer: Text }) => string
      aNewWayToSignIn: string
      tryWhetherItAnswers: string
      kind: string
      whatTheButtonSaysAfterSign: string
      shortName: string
      staysAsItIsSinceAccounts: string
      issuerOidcOrEntityIdSaml: string
      clientIdOidcOrAddressOf: string
      clientSecretOidc: string
      emptyLeavesTheOneThatIs: string
      certificatesThatItSignsWithSaml: string
      pemAsItsMetadataHasThem: string
      domainsThatItMaySpeakFor: string
      separatedBySpacesWhatItSays: string
      offeredOnTheSignInPage: string
      save: string
      takeItAway: string
      linksOfAccountsToItAre: string
      remove: string
      off: string
      errors: {
        slug: string
      }
    }
    tokens: {
      aTokenIsForSomething: string
      chooseAtLeastOne: string
      aTokenLivesAYearAt: string
      from1ToDays: (facts: { mostDays: Text }) => string
      noSuchToken: string
      myTokens: string
      aNewToken: string
      theTokenOpensNothingAnyMore: string
      aTokenLetsAProgramOf: string
      whatProgramsCanDo: string
      youHaveNoTokens: string
      tokens: string
      lastUsed: (facts: { time: Tag }) => Child[]
      revoke: (facts: { name: Text }) => string
      revoke2: string
      name: string
      whichProgramItIsFor: string
      itMay: string
      daysUntilItEnds: string
      makeTheToken: string
      thisIsShownOnceCopyIt: string
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
      theRegisterDoesNotKnowWhose: string
      chooseOneOfYourConfirmed: string
      sayItOnceYouHaveLeft: string
      youWouldHaveLeftBeforeYou: string
      thereIsNoSuchEntry: string
      thisIsSettledAlready: string
      theRegisterHasNoSuchOrganisation: string
      thereIsNoSuchPerson: string
      toBeSettled: string
      iWorkSomewhereElseNow: string
      oneWasFoundByTheDomain: (facts: { count: number }) => string
      theNextFiftyAreBeingAsked: string
      staysWithout: string
      settled: string
      savedYourPostsAndTermsStay: string
      savedAPersonWillLookWhere: string
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
      whoWorksWhere: string
      nobodyIsDroppedByWhatStands: string
      whatIsToBeSettled: string
      findPeople: string
      nameOrAddress: string
      nameOrInstitution: string
      nobodyFits: string
      nobodyWaits: string
      thereSinceToldUs: (facts: { email?: Maybe; day: Tag; time: Tag }) => Child[]
      inTheRegister: string
      itsNameItsDomainOrIts: string
      worksThere: string
      itCountsForNothing: string
      addItToTheRegister: string
      noAffiliationRests: string
      since: (facts: { time: Tag }) => Child[]
      theWorkplaceOfEverySubscriberIs: string
      findThemByTheirDomain: string
      askTheNextFifty: string
      askedAsks2PluralOneOtherTimes: (facts: { asks: number; time: Tag }) => Child[]
      staysWithout2: (facts: { name: Text }) => string
      staysWithout3: string
      postWords: {
      }
      yourMessagesPostsAndTermsStay: string
      whatYouLeave: string
      yourLastDayThere: string
      yourAddressAtTheNewPlace: string
      itIsNotHereAddAnd: (facts: { link: Tag }) => Child[]
      noneYet: string
      whereYouWorkNow: string
      neededOnlyWhereTheAddressDoes: string
      yourFirstDayThere: string
      myListsComeToTheNew: (facts: { subscriptions: Text }) => string
      save: string
      whatStays: string
      whatEndsWithTheInstitution: string
      referentOfThePlaceIsShown: (facts: { organisation: Text; community: Text }) => string
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
      youHaveAskedForThisAlready: string
      thereIsNothingToWithdraw: string
      thereIsNoSuchRequest: string
      somebodyElseDecidesAboutYourOwn: string
      theyAreToldWhyPleaseWrite: string
      thereIsNoSuchPerson: string
    }
    export: {
      youAskedForACopyWithin: string
    }
    noticePage: {
      aColleagueHasJustWrittenThis: string
      thereIsNoSuchNotice: string
      thereIsANewerVersionPlease: string
    }
    pages: {
      myData: string
      privacy: string
      notedWithTodaysDate: string
      theCopyIsBeingMadeA: string
      thereIsNoSuchCopyAny: string
      theCopyWaitsForTheVirus: string
      anAdministratorWillDecideAndYou: string
      nothingWillBeErased: string
      erasedWhatRemainsTellsNothingOf: string
      savedItIsAppliedEveryNight: string
      versionHoldsFromNowOn: (facts: { version: Text }) => string
      refused: string
      errors: {
        days: string
      }
    }
    removal: {
      theWordsCannotBeCutOut: (facts: { fromName: Text }) => string
      thereIsNothingOfItAny: string
      takeSomethingOut: string
      itIsTakenOut: string
      forWhatMustNotStayA: string
      whatGoes: string
      wordsWhereverTheyStandInThis: string
      theWords: string
      copyThemFromTheMessageA: string
      theAttachmentInEveryMessageThat: (facts: { filename: Text; file: Text }) => string
      theWholeMessage: string
      ofAWholeMessageItsSubject: string
      why: string
      staysBesideTheMessageFor: string
      showWhatGoes: string
      leaveIt: string
      theAttachment: (facts: { filename: Text }) => string
      thisGoesForGood: string
      what: string
      where: string
      withRawMailFeedSearchAnd: (facts: { count: number }) => string
      heldRefusedOrWaiting: (facts: { count: number }) => string
      inTheOutbox: (facts: { count: number }) => string
      stopped: (facts: { count: number }) => string
      inIt: (facts: { count: number; place: Text }) => string
      whatHasLeftByMailIs: string
      takeItOut: string
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
      takeACopyOfEverythingSee: string
      aCopyOfEverything: string
      aZipFileWithYourProfile: string
      copies: string
      askedFor: (facts: { time: Tag }) => Child[]
      until: (facts: { time: Tag }) => Child[]
      fetched: (facts: { time: Tag }) => Child[]
      download: string
      makeACopy: string
      theNotice: string
      versionSince: (facts: { link: Tag; version: Text; time: Tag }) => Child[]
      youAgreedOn: (facts: { time: Tag }) => Child[]
      youHaveNotAgreedToThis: string
      iHaveReadItAndAgree: string
      beingErased: string
      iHaveChangedMyMind: string
      yourLastRequestWasRefused: (facts: { reason: Text }) => string
      addressesWaysToSignInSettings: string
      whatGoes: string
      myName: string
      whatYouWroteStaysUnderNo: string
      myNameAndMyWords: string
      yourMessagesAreEmptiedAnswersTo: string
      toTheAdministrators: string
      askToBeErased: string
      whoLookedAtTheSiteAs: string
      administratorsWhoActedAsYou: string
      to: (facts: { from: Tag; to: Tag }) => Child[]
      whatWasDone: string
      privacy: string
      whatPeopleAskOfThoseWho: string
      requestsToBeErased: string
      nobodyWaits: string
      somebodyElseDecidesAboutYourOwn: string
      decideAbout: (facts: { name: Text }) => string
      whyWhenYouRefuseThePerson: string
      eraseForGood: string
      refuse: string
      howLongThingsAreKept: string
      appliedEveryNightWithALine: string
      days: (facts: { title: Text }) => string
      atLeastDaysEmptyIsFor: (facts: { what: Text; least: Text }) => string
      save: string
      whatWasTakenOut: string
      nothingYet: string
      erasures: string
      when: string
      what: string
      where: string
      by: string
      why: string
      ledgerOfErasures: string
      keepItApartFromTheBackups: string
      versions: string
      version: (facts: { version: Text }) => string
      sinceAgreed: (facts: { time: Tag; agreed: Text }) => Child[]
      holdsToday: string
      writeANewVersion: string
      makeItTheOneThatHolds: string
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
    actions: {
      thereIsAReportOfThis: string
      thisReportIsFinalBeginA: string
      thisReportIsFrozenThawIt: string
      hasFrozenThisReportAlready: (facts: { freezer: Text }) => string
      thisReportIsFinal: string
      thisReportIsNotFrozen: string
      thisReportIsFinalAlready: string
      thisReportIsADraftAlready: string
      aDraftIsNotShownApprove: string
    }
    overview: {
      overviewOfTheGroups: string
      noMeetingIsRecorded: string
      lastOn: (facts: { last: Text }) => string
      ofIt: (facts: { n: Text; of: Text }) => string
      itsCharterNamesNoRhythm: (facts: { hasCharter: boolean; isUnshared: boolean }) => string
      charter: string
      noCharter: string
      theGroupHasSharedNone: string
      ofKept: (facts: { kept: Text; findings: Text }) => string
      moreAreTheGroupsOwn: (facts: { unshared: Text }) => string
      andMore: (facts: { open: Text }) => string
      noneIsDue: string
      theReportOfIsDueIt: (facts: { year: Text; isReport: boolean; link: Tag }) => Child[]
      noneWaits: string
      oneWaitsForAnAnswerLate: (facts: { open2: number; open: Text; isLate: boolean; late: Text }) => string
      nothingAsksForALook: string
      meetingsHeld: string
      nextMeeting: string
      noneIsPlanned: string
      emptySeats: string
      ofIt2: (facts: { name: Text; n: Text; of: Text }) => string
      termsThatEndIn90Days: string
      report: string
      lettersThatYouRead: string
      howTheGroupKeepsWhatIt: (facts: { total2: number; total: Text; isAsking: boolean; asking2: number; asking: Text }) => string
      oneLetterToWaitsForAn: (facts: { open2: number; title: Text; open: Text }) => string
      groups: string
    }
    pagesPage: {
      thereIsNoSuchEdition: string
      beginAReport: string
      edit: (facts: { title: Text }) => string
      draftedFromTheRecord: string
      theSectionIsAdded: string
      theFiguresAreFrozen: string
      theFiguresFollowTheRecordAgain: string
      theReportIsFinal: string
      aNewEditionIsBegun: string
      everyoneMayReadIt: string
      theGroupAndItsUserGroups: string
    }
    queries: {
      thereIsNoSuchReport: string
      thereIsNoSuchSection: string
      thereIsNoSuchEdition: string
    }
    service: {
      myServiceRecord: string
      from: (facts: { day: Tag }) => Child[]
      to: (facts: { day: Tag }) => Child[]
      ofExpected2PluralOneOther: (facts: { attended: Text; expected: Text; expected2: number; isExcused: boolean; excused: Text }) => string
      asTheRosterAndTheMinutes: (facts: { name: Text }) => string
      asACertificatePdf: string
      roles: string
      noRoleIsRecorded: string
      meetings: string
      meetingsByYear: string
      institutions: string
      noneIsRecorded: string
    }
    views: {
      readersOf: {
        public: string
        steering: string
        group: string
      }
      beginAReport: string
      pdf: string
      docx: string
      edit: string
      thisIsTheEditionThatWas: (facts: { link: Tag }) => Child[]
      forIt: (facts: { code: Tag; readersOf: Text }) => Child[]
      lines: (facts: { count: Text }) => string
      oneSectionIsForTheGroup: string
      sectionsAreForTheGroupAlone: (facts: { inner: Text }) => string
    }
    writing: {
      beginAReport: string
      reports: string
      itDraftsItselfFromTheRecord: string
      periodsThatAreOftenMeant: string
      group: string
      from: string
      to: string
      theLastDayItMayLie: string
      title: string
      withoutOneItIsAnnualReport: string
      draftIt: string
      approveThisReport: string
      byWhichDecision: string
      withoutOneYouApproveItIn: string
      noDecisionIApproveIt: string
      everyoneMayReadIt: string
      otherwiseTheGroupAndItsSteering: string
      approveIt: string
      showItToEveryone: (facts: { hasPublic: boolean }) => string
      beginANewEdition: string
      theFiguresStandDoesTheGroup: string
      areTheWordsRight: string
      theFiguresFollowTheRecordFreeze: (facts: { hasFrozen: boolean; span: Tag }) => Child[]
      thawTheFigures: string
      freezeTheFigures: string
      text: string
      markdownAFigureStandsInDouble: string
      forTheGroupAlone: string
      leaveItOut: string
      itStaysHereAndNobodyReads: string
      leftOut: string
      change: (facts: { title: Text }) => string
      change2: (facts: { title: Text }) => string
      save: string
      moveUp: (facts: { title: Text }) => string
      moveUp2: string
      moveDown: (facts: { title: Text }) => string
      moveDown2: string
      remove: (facts: { title: Text }) => string
      remove2: string
      edit: (facts: { title: Text }) => string
      changeTheWordsLeaveSectionsOut: string
      readIt: string
      thisReportIsFrozenWhatYou: string
      allFiguresWithTheirNames: string
      theTitle: string
      titleOfTheReport: string
      renameIt: string
      addASection: string
      addIt: string
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
    actions: {
      itIsMergedItsTextStays: string
      somebodyChangedItMeanwhileOpenIt: string
      itIsMergedAddTheUser: (facts: { mergedIntoId: Text }) => string
      noSuchUserCase: string
      itsAuthorHasWithdrawnThisUser: string
      itIsNoUserCaseOf: string
      thisGroupHasNoRequestWith: string
      onlySomebodyOfTheWorkingGroup: string
      signInToFollowARequest: string
      thereIsATopicOfThis: string
      noSuchTopic: string
    }
    api: {
      noSuchRequest: string
    }
    board: {
      tickSomeRequestsFirst: string
      requestNothingWasChanged: (facts: { id: Text; message: Text }) => string
      noSuchRequest: string
      noSuchView: string
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
      requestGroupedBy: (facts: { total: number; groupingNames: Text }) => string
      savedViews: string
      sharedBy: (facts: { isPersonId: boolean; owner: Text }) => string
      removeTheView: (facts: { name: Text }) => string
      remove: string
      narrowDownOrderAndGroup: string
      keepWhatIsShownNowAs: string
      forTheWholeGroup: string
      keep: string
      nothingFits: string
      showAll: string
      doSomethingWithThoseThatAre: string
      caseIt: (facts: { cases: number }) => string
      institutionMust: (facts: { supporters: number; isMusts: boolean; musts: Text }) => string
      chooseRequest: (facts: { id: Text; title: Text }) => string
      narrowDown: string
      champion: string
      all: string
      order: string
      mostInstitutionsFirst: string
      mostUserCasesFirst: string
      newestFirst: string
      changedLastFirst: string
      byTitle: string
      groupBy: string
      withThoseThatAreTicked: string
      stage: string
      whyWhereSetAside: string
      setTheStage: string
      nobody: string
      name: string
      topic: string
      none: string
      putThere: string
      productArea: string
      sideBySide: string
      chooseTheStageThatTheyShall: string
      tickAtLeastTwoRequestsOn: string
      since: string
      userCases: string
      institutions: string
      proposeToMergeItInto: (facts: { id: Text }) => string
      ofTheThatYouTickedThe: (facts: { ids: Text; mostCompared: Text }) => string
      doneWithRequest: (facts: { count: number }) => string
      keptAs: (facts: { name: Text }) => string
      removed: string
    }
    cases: {
      noSuchMessage: string
      theWorkingGroupCollectsUserCases: string
      noSuchUserCase: string
      itWasWithdrawnNothingCanBe: string
      itWasWithdrawn: string
      onlyItsAuthorWithdrawsAUser: string
      tellAUserCase: string
      userCases: string
      thankYouItIsAUser: string
      thisMessageIsAUserCase: string
      itIsAUserCaseNow: string
      saved: string
      youHaveTakenItBack: string
      itIsPartOfRequestNow: (facts: { requestId: Text }) => string
      itIsNotSuggestedForThis: string
      whoMeetsItDoingWhatHow: string
      narrowDown: string
      words: string
      productArea: string
      all: string
      state: string
      drafts: string
      open: string
      requests: string
      inNoRequestYet: string
      noUserCasesHere: string
      pressMakeAUserCaseAt: string
      userCase: (facts: { total: number }) => string
      choose: (facts: { title: Text }) => string
      inIt: string
      request: (facts: { id: Text }) => string
      draft: string
      makeOneRequestOfThoseThat: string
      correctIt: (facts: { isState: boolean }) => string
      whoMayReadIt: string
      quoting: string
      saySo: string
      takeItBackWhyIfYou: string
      withdraw: string
      makeARequestOfIt: string
      requestsLikeIt: string
      itBelongsThereRequest: (facts: { id: Text }) => string
      itBelongsThere: string
      itIsSomethingElseThanRequest: (facts: { id: Text }) => string
      somethingElse: string
      theyAppearWhileYouWrite: string
      userCase2: (facts: { id: Text }) => string
      aFewLinesAreEnoughThe: string
      whatWasWritten: string
      hasoneSelectTrueOtherTellIt: (facts: { hasOne: boolean }) => string
      lookForSimilarOnes: string
      cancel: string
    }
    comments: {
      saySomething: string
      writeYourCommentHere: string
      noSuchRequest: string
      noSuchComment: string
    }
    forms: {
      productArea: string
      noneOfThese: string
      whoMayReadIt: string
      whatItIs: string
      inAFewWords: string
      theNeed: string
      markdownWhatShouldBePossibleFor: string
      topic: string
      none: string
      versions: string
      numbersOfSupportCases: string
      oneALine: string
      forATechnicalConcern: string
      severity: string
      notSaid: string
      howToReproduceIt: string
      workaround: string
      institution: string
      asKnownFromTheRegister: string
      whoMayQuoteYou: string
      everybodyWithYourNameAnd: string
      theVendorWithYourNameAnd: string
      nobodyTheWorkingGroupKnowsIt: string
    }
    imports: {
      theTableHasNoColumnFor: string
      theTableHasNoColumnFor2: string
      thisFileWasBroughtInAlready: (facts: { utcDay: Text }) => string
      thereIsNothingToTakeIn: string
      requestsOfTheYearsBefore: string
      rowsTaken: string
      rowsLeftOut: string
      whatWasLeftOut: string
      requests: string
      aSpreadsheetXlsxOrCsvWith: string
      rowCannotBeTakenCouldBe: (facts: { faults: number; good: Text }) => string
      rowsThatCannotBeTaken: string
      file: string
      leaveOutTheRowsThatCannot: string
      bringThemIn: string
      aSpreadsheetToFillIn: string
      whatTheColumnsMayBeCalled: string
      columns: string
      meaning: string
      names: string
      neededAreATitleAndA: string
      rowWasLeftOut: (facts: { faults: number }) => string
      requestOfRowRequestsPluralOne: (facts: { requests: number; rows: number; left: Text }) => string
    }
    merging: {
      thisGroupHasNoRequestWith: string
      noSuchRequest: string
      thisProposalIsSettled: string
      thisMergeDoesNotStand: string
      stateNames: {
        open: string
        merged: string
        dropped: string
        undone: string
      }
      intoProposedBy: (facts: { sourceId: Text; targetId: Text; proposer: Text; time: Tag }) => Child[]
      thoseConcernedHaveUntil: (facts: { day: Tag }) => Child[]
      merges: string
      twoRequestsBecomeOneWithThe: string
      proposed: string
      noneIsProposed: string
      proposedMerges: string
      settled: string
      settledMerges: string
      proposeAMerge: string
      request: (facts: { id: Text; title: Text }) => string
      nobodyStandsBehindItYetSo: string
      thoseConcernedAreToldAndHave: (facts: { days: Text }) => string
      intoRequestNumber: string
      whyTheyAreOne: string
      thoseConcernedReadIt: string
      proposeIt: string
      cancel: string
      institutionsThatWouldCountThere: string
      userCasesThatWouldCountThere: string
      staysWithTheFirstWasNot: string
      staysWithTheFirst: string
      nothingYet: string
      agrees: (facts: { decider: Text }) => string
      mergeOfRequestInto: (facts: { sourceId: Text; targetId: Text }) => string
      state: string
      by: string
      thoseConcernedHaveUntil2: string
      decided: string
      undone: string
      carryItOut: string
      letItGo: string
      undoTheMerge: string
      thoseConcerned: string
      nobodyStandsBehindTheFirst: string
      who: string
      what: string
      told: string
      says: string
      userCase: string
      bothStandAsBefore: string
      proposedThoseConcernedAreTold: string
      noSuchProposal: string
    }
    pagesPage: {
      requests: string
      productArea: string
      userCases: string
      mustHave: string
      numberBefore: string
      requestsOfThe: (facts: { name: Text }) => string
      following: string
      noSuchRequest: string
      historyOfRequest: (facts: { id: Text }) => string
      theStageIsSet: string
      saved: string
      linked: string
      noLongerLinked: string
      itIsNotSuggestedHereAny: string
      added: string
      theUserCaseIsPartOf: string
      thisGroupHasNoUserCase: string
      theUserCaseIsNoPart: string
      yourCommentStandsHere: string
      removed: string
      notedForTheGroupAlone: string
      youHearOfCommentsByMail: string
      youHearNoMoreOfIt: string
      yourVoiceCounts: string
      yourVoiceIsTakenBack: string
      theFileHangsOnIt: string
    }
    parts: {
      nothingLikeItYet: string
      similarRequests: string
      alike: (facts: { stage: Tag; round: Text; reasonsInWords: Text }) => Child[]
    }
    publicViews: {
      thisLinkIsOutOfDate: string
      youHearNoMoreOfIt: string
      hearNoMoreOfIt: string
      stopTheseMails: string
    }
    queries: {
      noSuchRequest: string
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
      doTheseReadLikeUserCases: string
      messagesInWhichSomebodyAsks: string
      nothingWaits: string
      newMessagesThatReadLikeA: string
      message: (facts: { total: number }) => string
      like: (facts: { link: Tag; reasonsInWords: Text }) => Child[]
      itIsOne: (facts: { titleFrom: Text }) => string
      itIsOne2: string
      itIsNone: (facts: { titleFrom: Text }) => string
      itIsNone2: string
      whatTheListsHaveLearnt: string
      yesNo: (facts: { list: Text; yes: Text; no: Text }) => string
      wordsCountOnceTheyStoodIn: string
      wordsAndWhatWasSaidOf: string
      word: string
      list: string
      yes: string
      no: string
      speaks: string
      draftsThatNobodyHasFilledIn: string
      queueOfUserCases: string
      itWasOneAlready: string
      notedItIsNone: string
      noSuchMessage: string
    }
    record: {
      theRegisterKnowsNoOrganisationOf: string
      addAUserCase: string
      itsNumber: string
      addIt: string
      thoseInNoRequest: string
      takeOut: (facts: { title: Text }) => string
      takeOut2: string
      yourComment: string
      thoseWhoFollowGetItBy: string
      comment: string
      removeTheCommentOf: (facts: { name: Text }) => string
      remove: string
      internalNotes: string
      ofTheWorkingGroupAlone: string
      aNote: string
      neverLeavesTheGroupNotTo: string
      noteIt: string
      change: string
      similarOnes: string
      requestIsRelated: (facts: { id: Text }) => string
      related: string
      mergeWithRequest: (facts: { id: Text }) => string
      merge: string
      requestIsNotTheSame: (facts: { id: Text }) => string
      notTheSame: string
      remove2: (facts: { name: Text }) => string
      addAFile: string
      add: string
      whoMayReadIt: string
      unlinkRequest: (facts: { id: Text }) => string
      unlink: string
      undo: string
      proposedMerges: string
      into: (facts: { sourceId: Text; targetId: Text }) => string
      mergeIntoAnother: string
      forThoseWhoCollate: string
      setTheStage: string
      stage: string
      theOtherStagesFollowFromWhat: string
      whyWhereItIsSetAside: string
      nameTheChampion: string
      champion: string
      nobody: string
      name: string
      linkAnotherRequest: string
      thisRequestIs: string
      requestNumber: string
      link: string
      addAnAffectedInstitution: string
      anAffectedInstitution: string
      itsNameAsInTheRegister: string
      itsVersion: string
      whoStandsBehindIt: string
      nobodyYet: string
      eachInstitutionCountsOnceHowever: string
      saysMustHave: (facts: { musts: number }) => string
      saysNotForUs: (facts: { against: number }) => string
      barsShowAllAndDarkerThose: string
      byRegion: string
      bySize: string
      byConsortium: string
      inNoConsortium: string
      byStageWithTheProduct: string
      notKnown: string
      institutionWithTheirReasons: (facts: { supporters: number }) => string
      institutions: string
      institution: string
      says: string
      why: string
      since: string
      affirmed: string
      confirmedBy: (facts: { confirmedBy: Text }) => string
      ofRequest: (facts: { link: Tag; saidOfId: Text }) => Child[]
      waitingForAReferentOrHistory: (facts: { others: Text }) => string
      isstateSelectTrueWaitsForIts: (facts: { isState: boolean }) => string
      toSpeakForYourInstitutionAsk: string
      standBehindItFor: (facts: { hasOwn: boolean; name?: Maybe }) => string
      forIt: string
      howStrongly: string
      standBehindIt: (facts: { hasOwn: boolean }) => string
      takeYourVoiceBack: string
    }
    similar: {
      noSuchSynonyms: string
      topics: string
      whatBelongsTogetherAndWhoLooks: string
      noTopicsYet: string
      request: (facts: { counts: number }) => string
      changeTheTopic: (facts: { name: Text }) => string
      change: string
      closed: string
      change2: (facts: { name: Text }) => string
      aNewTopic: string
      name: string
      whatBelongsToIt: string
      whoLooksAfterIt: string
      nobody: string
      closedNothingNewBelongsToIt: string
      save: string
      productAreas: string
      aNewProductArea: string
      forInstanceLibraryReviewLti: string
      add: string
      synonyms: string
      wordsAndPhrasesThatMeanThe: string
      noneYet: string
      forInstanceReadingList: string
      theProgram: string
      remove: (facts: { words: Text }) => string
      remove2: string
      oneALine: string
      addSome: string
      wordsOrPhrasesThatMeanThe: string
      history: string
      historyOfTheSynonyms: string
      when: string
      who: string
      what: string
      words: string
      saved: string
      added: string
    }
    stories: {
      noSuchMessage: string
      theWorkingGroupMakesStoriesOf: string
      itWouldBeShownToMore: string
      thisMessageIsAStoryAlready: string
      noSuchStory: string
      onlyItsAuthorShowsAStory: string
      change: string
      takeItBack: string
      yourReply: string
      reply: string
      tellAStory: string
      whatYouWantedWhatHappenedWhat: string
      whatItIs: string
      inAFewWords: string
      theStory: string
      markdown: string
      outcome: string
      whereYourInstitutionStoodThen: string
      notSaid: string
      save: string
      cancel: string
      thankYouForTellingIt: string
      saved: string
      theStoryIsTakenBack: string
      yourReplyStandsHere: string
    }
    support: {
      noSuchRequest: string
      thisRequestAsksForNothingAny: string
      youHaveNoVoiceHere: string
      giveADayToCome: string
      goesOnStillOneIsEnough: (facts: { name: Text }) => string
      thereWasOneOfThisName: string
      affirmations: string
      supportIsSaidAnewEachCycle: string
      noneYet: string
      openedUntilOfInstitution: (facts: { time: Tag; day: Tag; answered: Text; asked: number; answered2: number }) => Child[]
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
      ofThemMustHave: (facts: { label: Text; total: Text; musts: Text }) => string
      overTimeMustHaveBelow: string
    }
    views: {
      newRequest: string
      tellAUserCase: string
      theseAsASpreadsheet: string
      bringInRequestsOfTheYears: string
      changeRequest: (facts: { id: Text }) => string
      history: string
      theTextBeforeStaysInIts: string
      userCase: (facts: { link: Tag }) => Child[]
      whatYouChangedAndWhy: string
      similarOnes: string
      theyAppearWhileYouWrite: string
      hasrequestSelectTrueOtherMakeThe: (facts: { hasRequest: boolean }) => string
      lookForSimilarOnes: string
      cancel: string
    }
    writing: {
      changeRequest: (facts: { id: Text }) => string
      newRequest: string
      theRequestIsMade: string
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
    pagesPage: {
      is: (facts: { q: Text; kind: Text }) => string
      afterBefore: (facts: { q: Text; year: Text; year2: Text }) => string
      list: (facts: { q: Text; name: Text }) => string
      group: (facts: { q: Text; name: Text }) => string
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
    actions: {
      thisMessageWasProposedAlready: (facts: { title: Text }) => string
      thisTalkIsSettled: string
      sayWhyTheProposerReadsIt: string
    }
    consent: {
      thereIsNoSuchTalk: string
      chooseAFileThatIsNot: string
      thereIsNoCertificateYet: string
    }
    desk: {
      writeItLike2140Or: string
      itWaitsForAnotherSlot: string
      takenOut: string
      thereIsNoSuchTalk: string
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
      onlyIfItIsDeclinedThe: string
      accept: string
      decline: string
      sessionMinutesTaken: (facts: { when: Text; title: Text; isKind: boolean; isTaken: boolean; taken: Text }) => string
      slot: string
      arrangeASession: string
      inWhichMeeting: string
      aMeetingOfTheGroupOr: string
      placeInItsOrder: string
      consentCanBeTakenBackUntil: string
      sixtyDaysAfterTheTalkWhere: string
      giveTheSlot: (facts: { isState: boolean }) => string
      takeItOutOfItsSlot: string
      whoSpeaks: string
      takeOut: (facts: { name: Text }) => string
      takeOut2: string
      addSomebody: string
      name: string
      ofAGuestWhoeverHasAn: string
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
      addTheFile: string
      recording: string
      link: string
      whereItCanBeWatchedIt: string
      length: string
      forInstance2140: string
      chapters: string
      oneALineATimeThen: string
      save: string
      speakersCanTakeTheirConsentBack: (facts: { day: Tag }) => Child[]
      showAndTell: string
      withdrawThisTalk: string
      why: string
      whoeverSpeaksReadsIt: string
      withdraw: string
      withdrawn: (facts: { isState: boolean; reason: Text }) => string
      mayarrangeSelectTrueOther: (facts: { mayArrange: boolean }) => string
      changeTheWords: string
    }
    pagesPage: {
      proposeATalk: string
      showAndTell: string
      proposedTheGroupDecidesAndYou: string
      saved: string
      thereIsNoSuchCertificate: string
    }
    queries: {
      thereIsNoSuchTalk: string
      thereIsNoSuchMessage: string
    }
    sessions: {
      thereIsNoSuchSession: string
      confirmAnAddressFirstSoThat: string
      youAreRegisteredAlreadyThe: string
      thisSessionIsOver: string
      youAreNotRegisteredMembersOf: string
      arrangeASession: string
      arrangedTheGroupIsInvitedGive: string
      registeredTheInvitationIsOnIts: string
      takenBackYourCalendarIsTold: string
      registrations: string
      registered: (facts: { guests: Text }) => string
      tickAttendance: string
      csv: string
      excel: string
      nobodyYetTheGroupIsInvited: string
      registered2: string
      change: string
      cancelIt: string
      showAndTell: string
      theGroupIsInvitedAtOnce: string
      whatItIsCalled: string
      whoArrangesIt: string
      where: string
      aRoomOrTheAddressOf: string
      everybodySeesThatItTakesPlace: string
      arrangeAndInvite: string
      back: string
    }
    slides: {
      thisTalkIsSettled: string
      thereIsNoSuchTalk: string
      thereAreFilesAlreadyTakeOne: (facts: { mostSlides: Text }) => string
    }
    slots: {
      somebodyHasTakenThisTalkOut: string
      somebodyHasGivenThisTalkA: (facts: { meetingTitle: Text }) => string
      sayWhoSpeaksBeforeItGets: string
      chooseOneOfTheMeetingsThat: string
      thisTalkHasNoSlot: string
    }
    speakers: {
      thisTalkIsSettled: string
      thereIsNoSuchSpeaker: string
      thisTalkWasGivenWhoSpoke: string
      aTalkWithASlotNeeds: string
    }
    views: {
      nothingIsHere: string
      arrangeASession: string
      setAside: string
    }
    writingViews: {
      change: (facts: { title: Text }) => string
      forWhichGroup: string
      title: string
      whatYouWouldShow: string
      whatWasTheProblemWhatDid: string
      minutesWithQuestions: string
      spokenIn: string
      whoMaySeeItLater: string
      itsPageSlidesAndRecordingUntil: string
      back: string
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
    approvals: {
      offers: (facts: { detail: Text }) => string
      waitsSince: (facts: { value: Text; time: Tag }) => Child[]
      looksAtIt: (facts: { claimer: Text }) => string
      toDecide: string
      everythingThatWaitsForADecision: string
      kinds: string
      find: string
      nameAddressOrSubject: string
      listGroupOrInstitution: string
      any: string
      nothingFits: string
      nothingWaitsForADecisionOf: string
      showAll: string
      requestsToJoinHeldMailAnd: string
    }
  }
  webhooks: {
    letters: {
      subject: (facts: { name: Text }) => string
      text: (facts: { person: Text; name: Text; gone: boolean; said?: Maybe; link: Text }) => string
    }
    actions: {
      youHaveWebhooksEndOneFirst: (facts: { mostHooks: Text }) => string
      thereIsNoSuchWebhook: string
      thereIsNoSuchDelivery: string
      itWaitsToBeSentAlready: string
    }
    pages: {
      aNewWebhook: string
      webhooks: string
      saved: string
      aTestIsOnItsWay: string
      itIsToldNothingUntilSomebody: string
      itGoesOnWhatWaitedIs: string
      endedTheProgramIsToldNothing: string
      itIsSentAgain: string
    }
    queries: {
      thereIsNoSuchWebhook: string
      thereIsNoSuchDelivery: string
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
      programsElsewhereThatAreToldWhat: string
      addOne: string
      nobodyElsewhereIsToldAnything: string
      aChatRoomATicketSystem: string
      name: string
      whatItIsFor: string
      address: string
      itBeginsWithHttpsAndLies: string
      kindsOfEvents: string
      aLineOrAWordEach: string
      aNewWebhook: string
      addIt: string
      whatHappenedInTheLast30: string
      nothingYet: string
      kindsOfEvents2: (facts: { kinds: Text }) => string
      whatHappened: string
      kind: string
      howOften: string
      thisWebhook: string
      copyTheSecretNowItIs: string
      theSecret: string
      signedAsStandardWebhooksHasIt: (facts: { link: Tag; code: Tag }) => Child[]
      goOn: string
      sendATest: string
      nothingIsSentWhatWaitsIs: (facts: { pausedWhy: Text }) => string
      state: string
      toldOf: string
      seesWhat: string
      maySeeWhenItIsSent: (facts: { owner: Text }) => string
      since: string
      failsSince: string
      pause: string
      newSecret: string
      whatItWasTold: string
      findDeliveries: string
      all: string
      whatHappensIsToldWithinA: string
      deliveries: string
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
      msg: (facts: { id: Text }) => string
      noticed: string
      attempts: string
      nextAttempt: string
      settled: string
      took: string
      ms: (facts: { tookMs: Text }) => string
      whatWasAnswered: string
      theAnswer: string
      nothing: string
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
      onlyJsonIsSpokenHere: string
      nothingPublicHasThisAddress: string
      intoOtherSites: string
      thePublicSite: string
      showWhatIsHereOnAnother: string
      lookAtIt: string
      linksThatUnfold: string
      programsThatKnowOembedShowMore: string
      oembed: string
      oembedUrl: (facts: { baseUrl: Text; encodeURIComponent: Text }) => string
      feeds: string
      feedAtom: (facts: { baseUrl: Text }) => string
      feedJson: (facts: { baseUrl: Text }) => string
      wordpress: string
      thePlugInInContribWordpress: string
    }
    look: {
      aColourLooksLike1b5e4b: string
      lookOfTheSite: string
      menuOfTheSite: string
      aLogoHasAtMost512: string
      savedPublicPagesShowItNow: string
      thePublicSite: string
      look: string
      menu: string
      pages: string
      figures: string
      embed: string
      nothingIsChosenThePagesAre: string
      contrastToThePageLightDark: (facts: { contrastOf: Text; contrastOf2: Text }) => string
      whatEverybodySeesSignedInOr: string
      lookAtIt: string
      colourNow: string
      nameOfTheSite: string
      emptyTheNameOfTheGroup: string
      firstSentenceOfTheFirstPage: string
      shortItIsSetVeryLarge: string
      colour: string
      ofLinksAndButtonsLike1b5e4b: string
      colourOnDarkPages: string
      emptyTheSameMadeLighter: string
      theLogoNow: string
      takeTheLogoAway: string
      anotherLogo: string
      pngJpegOrWebpAtMost: string
      imprint: string
      whoAnswersForThisSiteIn: string
      save: string
      inTheMenu: string
      theLineOfPlacesAboveEvery: string
      placesOfThisSite: string
      theseHaveANameInEvery: string
      yourOwnPages: string
      eachWithTheNameThatYou: string
      elsewhere: string
      whatTheMenuLeadsToBesides: string
      aLineEachItsNameIts: string
      saveTheMenu: string
    }
    ownPages: {
      thereIsAPageWithThis: string
      somebodyChangedThisPageMeanwhile: string
      aNewPage: string
      edit: (facts: { title: Text }) => string
      pagesOfTheSite: string
      everybodyCanReadItNow: string
      keptAsADraft: string
      savedEverybodyCanReadIt: string
      savedAsADraft: string
      aDraftOnlyThoseWhoKeep: string
      edit2: string
      thePublicSite: string
      pagesThatYouWriteYourselvesPut: string
      writeAPage: string
      thereIsNoPageYet: string
      howToJoinWhomToWrite: string
      pages: string
      pages2: (facts: { slug: Text; label: Text; time: Tag }) => Child[]
      published: string
      draft: string
      lookAtIt: string
      preview: string
      nothingIsSavedYet: string
      title: string
      address: string
      whatStandsBehindPagesSmall: string
      text: string
      inMarkdownABlankLineBetween: string
      language: string
      everybodyMayReadIt: string
      save: string
      howItStoodBefore: string
      version: (facts: { number: Text; time: Tag; hasBy: boolean; by: Text }) => Child[]
    }
    publicViews: {
      atom: (facts: { name: Text }) => string
      jsonFeed: (facts: { name: Text }) => string
    }
    relationshipPage: {
      publicFigures: string
      savedEverybodySeesThemNow: string
      savedTheyAreTheGroupsAlone: string
      thePublicSite: string
      howItStandsBetweenAGroup: string
      and: (facts: { name: Text; vendor: Text }) => string
      lookAtIt: string
      requestsHandedOverAndAnswered: string
      showTheseFiguresToEverybody: string
      save: string
      theGroupKeepsThemToItself: (facts: { hasShown: boolean }) => string
    }
  }
}
