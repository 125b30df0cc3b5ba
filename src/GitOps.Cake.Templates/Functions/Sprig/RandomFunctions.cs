using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Templates.Functions.Sprig;

/// <summary>Everything random comes from the system's secure generator: templates make passwords with it.</summary>
internal static class RandomFunctions
{
    public const string Names = "randAlphaNum randAlpha randNumeric randAscii randBytes randInt shuffle uuidv4";

    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static TemplateFunction? Find(string name) => name switch
    {
        "randAlphaNum" => Signature.Of("i", static call => Text(call, Letters + Digits)),
        "randAlpha" => Signature.Of("i", static call => Text(call, Letters)),
        "randNumeric" => Signature.Of("i", static call => Text(call, Digits)),
        "randAscii" => Signature.Of("i", static call => Text(call, Ascii())),
        "randBytes" => Signature.Of("i", static call => Bytes(call)),
        "randInt" => Signature.Of("ii", static call => Int(call.Int(0), call.Int(1))),
        "shuffle" => Signature.Of("s", static call => Shuffle(call.Text(0))),
        "uuidv4" => Signature.Of("", static _ => Guid.NewGuid().ToString()),
        _ => null,
    };

    private static string Ascii() => string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(static unit => (char)unit));

    private static string Text(TemplateCall call, string alphabet)
    {
        var count = call.Int(0);
        if (count <= 0)
            return "";

        call.Run.Reserve(count);
        return RandomNumberGenerator.GetString(alphabet, (int)count);
    }

    private static string Bytes(TemplateCall call)
    {
        var count = call.Int(0);
        if (count < 0)
            throw new TemplateFunctionException("runtime error: makeslice: len out of range");

        call.Run.Reserve(count * 2L);
        return Convert.ToBase64String(RandomNumberGenerator.GetBytes((int)count));
    }

    private static object Int(nint least, nint end)
    {
        if (end <= least)
            throw new TemplateFunctionException("invalid argument to Intn");

        // Rejecting the last, incomplete round keeps every number equally likely.
        var range = (ulong)(end - least);
        var limit = ulong.MaxValue - ulong.MaxValue % range;
        ulong number;
        do
            number = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
        while (number >= limit);
        return least + (nint)(number % range);
    }

    private static string Shuffle(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        RandomNumberGenerator.Shuffle(runes.AsSpan());
        var output = new StringBuilder(text.Length);
        foreach (var rune in runes)
            output.Append(rune.ToString());
        return output.ToString();
    }
}
