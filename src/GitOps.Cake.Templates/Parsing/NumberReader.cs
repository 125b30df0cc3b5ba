using GitOps.Cake.Templates.Texts;

namespace GitOps.Cake.Templates.Parsing;

/// <summary>Reads the constants of numbers and characters.</summary>
internal static class NumberReader
{
    public static NumberNode? Read(SourceText source, Token token, out string problem)
    {
        problem = "";
        return token.Kind switch
        {
            TokenKind.CharacterConstant => Character(source, token, out problem),
            TokenKind.ComplexNumber => Complex(source, token, token.Value.AsSpan(1).LastIndexOfAny('+', '-') + 1, out problem),
            _ when token.Value.EndsWith('i') => Complex(source, token, 0, out problem),
            _ => Number(source, token, out problem),
        };
    }

    private static NumberNode? Character(SourceText source, Token token, out string problem)
    {
        var index = 1;
        problem = "invalid syntax";
        if (!GoUnquote.TryRead(token.Value, ref index, '\'', out var value, out _))
            return null;

        problem = $"malformed character constant: {token.Value}";
        return index == token.Value.Length - 1
            ? new(source, token.Position, token.Value) { Integer = value, Unsigned = (ulong)value, Float = value }
            : null;
    }

    private static NumberNode? Complex(SourceText source, Token token, int split, out string problem)
    {
        problem = Illegal(token);
        var real = 0.0;
        if ((split > 0 && !GoFloatReader.TryParse(token.Value[..split], out real))
            || !GoFloatReader.TryParse(token.Value[split..^1], out var imaginary))
            return null;

        return imaginary == 0
            ? Exact(new(source, token.Position, token.Value) { Complex = (real, imaginary) }, real)
            : new(source, token.Position, token.Value) { Complex = (real, imaginary) };
    }

    private static NumberNode? Number(SourceText source, Token token, out string problem)
    {
        problem = "";
        var isUnsigned = GoNumber.TryParseUnsigned(token.Value, 0, out var unsigned);
        var isInteger = GoNumber.TryParse(token.Value, 0, out var integer);
        if (isInteger || isUnsigned)
        {
            return new(source, token.Position, token.Value)
            {
                Integer = isInteger ? integer : null,
                Unsigned = isUnsigned || integer == 0 ? unsigned : null,
                Float = isInteger ? integer : unsigned,
            };
        }

        if (!GoFloatReader.TryParse(token.Value, out var number))
        {
            problem = Illegal(token);
            return null;
        }

        if (token.Value.AsSpan().ContainsAny(".eEpP"))
            return Exact(new(source, token.Position, token.Value), number);

        problem = $"integer overflow: {GoQuote.Quote(token.Value)}";
        return null;
    }

    // A float without fraction may stand where an integer is asked for.
    private static NumberNode Exact(NumberNode node, double value) => new(node.Source, node.Position, node.Written)
    {
        Complex = node.Complex,
        Float = value,
        Integer = value is >= -9223372036854775808.0 and < 9223372036854775808.0 && Math.Truncate(value) == value ? (long)value : null,
        Unsigned = value is >= 0 and < 18446744073709551616.0 && Math.Truncate(value) == value ? (ulong)value : null,
    };

    private static string Illegal(Token token) => $"illegal number syntax: {GoQuote.Quote(token.Value)}";
}
