using System.Text;
using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

internal sealed partial class Lexer
{
    private Token InAction()
    {
        if (AtRightDelimiter(out _))
            return _parentheses == 0 ? RightDelimiter() : Error("unclosed left paren");
        if (_position >= source.Length)
            return Error("unclosed action");

        var unit = source[_position];
        switch (unit)
        {
            case ' ' or '\t' or '\r' or '\n':
                return Space();
            case '"':
                return Quoted('"', TokenKind.QuotedText, "unterminated quoted string");
            case '\'':
                return Quoted('\'', TokenKind.CharacterConstant, "unterminated character constant");
            case '`':
                return Raw();
            case '$':
                _position++;
                return Word(TokenKind.Variable);
            case '.' when _position + 1 < source.Length && !char.IsAsciiDigit(source[_position + 1]):
                _position++;
                return Word(TokenKind.Field);
            case '.' or '+' or '-' or (>= '0' and <= '9'):
                return Number();
            default:
                return Sign(unit);
        }
    }

    private Token Sign(char unit)
    {
        if (TryPeek(out var rune) && GoUnicode.IsAlphanumeric(rune))
            return Word(TokenKind.Identifier);

        _position += rune.Utf16SequenceLength;
        switch (unit)
        {
            case '=':
                return Emit(TokenKind.Assign);
            case ':':
                var isDeclaration = _position < source.Length && source[_position] == '=';
                _position++;
                return isDeclaration ? Emit(TokenKind.Declare) : Error("expected :=");
            case '|':
                return Emit(TokenKind.Pipe);
            case '(':
                _parentheses++;
                return Emit(TokenKind.LeftParenthesis);
            case ')':
                _parentheses--;
                return _parentheses < 0 ? Error("unexpected right paren") : Emit(TokenKind.RightParenthesis);
            case >= ' ' and <= '~':
                return Emit(TokenKind.Character);
            default:
                return Error($"unrecognized character in action: {GoRune.Describe(rune)}");
        }
    }

    // The blank before a trim marker belongs to the marker.
    private Token Space()
    {
        while (_position < source.Length && IsBlank(source[_position]) && !(AtRightDelimiter(out var trims) && trims))
            _position++;
        return Emit(TokenKind.Space);
    }

    // An identifier, or a field or variable whose first character is behind us.
    private Token Word(TokenKind kind)
    {
        Rune rune;
        while (TryPeek(out rune) && GoUnicode.IsAlphanumeric(rune))
            _position += rune.Utf16SequenceLength;

        if (!EndsWord(rune))
            return Error($"bad character {GoRune.Describe(rune)}");
        return Emit(Classify(kind));
    }

    private TokenKind Classify(TokenKind kind) => source.AsSpan(_start, _position - _start) switch
    {
        "." => TokenKind.Dot,
        _ when kind != TokenKind.Identifier => kind,
        "if" => TokenKind.If,
        "else" => TokenKind.Else,
        "end" => TokenKind.EndBlock,
        "range" => TokenKind.Range,
        "with" => TokenKind.With,
        "nil" => TokenKind.Nil,
        "template" => TokenKind.Template,
        "define" => TokenKind.Define,
        "block" => TokenKind.Block,
        "break" when breakIsKeyword => TokenKind.Break,
        "continue" when continueIsKeyword => TokenKind.Continue,
        "true" or "false" => TokenKind.Bool,
        _ => kind,
    };

    private bool EndsWord(Rune rune) =>
        _position >= source.Length || rune.Value is ' ' or '\t' or '\r' or '\n' or '.' or ',' or '|' or ':' or ')' or '(' or '}';

    private bool TryPeek(out Rune rune)
    {
        rune = default;
        if (_position >= source.Length)
            return false;

        Rune.DecodeFromUtf16(source.AsSpan(_position), out rune, out _);
        return true;
    }
}
