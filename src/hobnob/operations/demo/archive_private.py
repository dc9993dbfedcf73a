"""The files of an X archive that are nobody's business and that no reader may ever open.

Each carries the same mark in its text, so that a test can look for it wherever data ends up.
"""

from collections.abc import Iterator

CANARY = "canary-never-import-this"

_FILES = {
    "ad-impressions": """\
  {
    "ad" : {
      "adsUserData" : {
        "adImpressions" : {
          "impressions" : [
            {
              "advertiserInfo" : {
                "advertiserName" : "%s"
              }
            }
          ]
        }
      }
    }
  }""",
    "ageinfo": """\
  {
    "ageMeta" : {
      "ageInfo" : {
        "age" : [
          "%s"
        ],
        "birthDate" : "1984-02-30"
      }
    }
  }""",
    "device-token": """\
  {
    "deviceToken" : {
      "clientApplicationName" : "Twitter for Android",
      "token" : "%s"
    }
  }""",
    "email-address-change": """\
  {
    "emailAddressChange" : {
      "accountId" : "1",
      "emailChange" : {
        "changedTo" : "%s@mail.example"
      }
    }
  }""",
    "ip-audit": """\
  {
    "ipAudit" : {
      "accountId" : "1",
      "createdAt" : "2024-11-09T12:14:18.000Z",
      "loginIp" : "192.0.2.7 %s"
    }
  }""",
    "ni-devices": """\
  {
    "niDeviceResponse" : {
      "pushDevice" : {
        "deviceType" : "%s"
      }
    }
  }""",
    "personalization": """\
  {
    "p13nData" : {
      "demographics" : {
        "languages" : [ ],
        "genderInfo" : {
          "gender" : "%s"
        }
      },
      "interests" : {
        "interests" : [ ],
        "partnerInterests" : [ ],
        "audienceAndAdvertisers" : {
          "advertisers" : [ ],
          "numAudiences" : "0"
        },
        "shows" : [ ]
      },
      "locationHistory" : [ ],
      "inferredAgeInfo" : {
        "age" : [ ],
        "birthDate" : ""
      }
    }
  }""",
    "phone-number": """\
  {
    "device" : {
      "phoneNumber" : "%s"
    }
  }""",
}

_DELETED_TWEET = """\
  {
    "tweet" : {
      "id_str" : "1",
      "id" : "1",
      "created_at" : "Sat Nov 09 12:14:18 +0000 2024",
      "deleted_at" : "Sun Nov 10 12:14:18 +0000 2024",
      "full_text" : "%s",
      "lang" : "en"
    }
  }"""

_ONLY_NOW = {
    "deleted-tweets": _DELETED_TWEET,
    "grok-chat-item": """\
  {
    "grokChatItem" : {
      "accountId" : "1",
      "message" : "%s"
    }
  }""",
}


def private_files(*, is_current: bool) -> Iterator[tuple[str, str]]:
    """Each private file's name, and its one record."""
    for name, record in (_FILES | (_ONLY_NOW if is_current else {})).items():
        yield name, record % CANARY
