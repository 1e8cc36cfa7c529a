// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace waybill::ndjson {

enum class TokenKind : unsigned char {
    BeginObject,
    EndObject,
    BeginArray,
    EndArray,
    Key,
    String,
    Number,
    True,
    False,
    Null,
    Colon,
    Comma,
};

/// A piece of one JSON text. Offsets are bytes in the scanned view; strings and keys include their quotes.
struct Token {
    TokenKind kind = TokenKind::Null;
    bool complete = true; ///< false: the text ends inside this token
    int depth = 0; ///< of the container it stands in; a bracket has the depth outside of it
    qsizetype begin = 0;
    qsizetype length = 0;
    friend bool operator==(const Token &, const Token &) = default;
};

/// A strict RFC 8259 reader that hands out tokens and never rewrites them: numbers keep their digits, keys
/// their order and their duplicates (BD-168). Judges legality where the fast parser is narrower than the
/// standard (numbers beyond 64 bits), feeds the tree and colours the view. Not recursive; memory grows with
/// the depth only. Expects UTF-8 to be checked elsewhere: bytes above 0x7F are taken as they are.
class JsonScanner
{
public:
    enum class Stop {
        None, ///< still running
        End, ///< one whole document and nothing behind it
        Unexpected, ///< a byte that does not fit at `position()`
        Truncated, ///< the text ends too early
        TooDeep,
        Several, ///< a second document starts at `position()`
        Empty, ///< nothing but white space
    };

    static constexpr int kMaxDepth = 1024; ///< as the fast parser (BD-169)

    explicit JsonScanner(QByteArrayView text, int maxDepth = kMaxDepth);

    /// The next token, or nothing when `stop()` says why.
    std::optional<Token> next();

    Stop stop() const { return m_stop; }
    qsizetype position() const { return m_at; }

    // Legal oddities met so far.
    bool sawLoneSurrogate() const { return m_loneSurrogate; }
    bool sawNulEscape() const { return m_nulEscape; }
    bool sawHugeNumber() const { return m_hugeNumber; }

private:
    enum class Expect { Value, FirstKeyOrEnd, Key, Colon, CommaOrEnd, FirstValueOrEnd, Nothing };

    std::optional<Token> fail(Stop stop);
    std::optional<Token> atEnd();
    std::optional<Token> open(bool object);
    std::optional<Token> close(bool object);
    std::optional<Token> commaOrEnd(char c);
    std::optional<Token> punctuation(TokenKind kind, Expect then);
    std::optional<Token> value();
    std::optional<Token> string(TokenKind kind);
    std::optional<Token> number();
    std::optional<Token> word(const char *word, TokenKind kind);
    bool escape(qsizetype &at);
    int hexAt(qsizetype at) const;
    bool digits(qsizetype &at) const;
    void noteNumber(QByteArrayView text);
    Token token(TokenKind kind, qsizetype begin, qsizetype end, bool complete = true) const;
    void valueDone();
    void skipSpace();

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_maxDepth;
    Expect m_expect = Expect::Value;
    Stop m_stop = Stop::None;
    std::vector<bool> m_inObject; ///< one entry per open container
    bool m_loneSurrogate = false;
    bool m_nulEscape = false;
    bool m_hugeNumber = false;
};

} // namespace waybill::ndjson
