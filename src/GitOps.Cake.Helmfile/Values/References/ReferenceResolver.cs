using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>Puts values in the place of the references to them. Each is fetched once per load.</summary>
/// <param name="providers">Where values are kept.</param>
/// <param name="secrets">Hears every value that was fetched.</param>
internal sealed class ReferenceResolver(ReferenceProviders providers, SecretTexts secrets)
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \n\r\t\",");

    private const int MaxNesting = 10;

    private readonly Dictionary<string, object?> _known = new(StringComparer.Ordinal);

    /// <summary>The value of a text: where it is one reference as a whole, a value of any type; else the text with the values in it.</summary>
    /// <exception cref="ReferenceException">A reference cannot be resolved.</exception>
    public object? Value(string text, CancellationToken cancellationToken)
    {
        if (!ReferencePattern.MayMatch(text))
            return text;

        text = WithInnerResolved(text, cancellationToken);
        var match = ReferencePattern.Whole().Match(text);
        return match.Success && match.Length == text.Length
            ? Lookup(match.Groups[1].Value, cancellationToken)
            : ReferencePattern.Whole().Replace(text, inner => GoPrinter.Print(Lookup(inner.Groups[1].Value, cancellationToken)));
    }

    /// <summary>The text with the values in it.</summary>
    /// <exception cref="ReferenceException">A reference cannot be resolved.</exception>
    public string Text(string text, CancellationToken cancellationToken) => Value(text, cancellationToken) switch
    {
        string result => result,
        var other => GoPrinter.Print(other),
    };

    /// <summary>Resolves the references among the values of a map, in place and through and through.</summary>
    /// <exception cref="ReferenceException">A reference cannot be resolved.</exception>
    public void Expand(GoMap map, CancellationToken cancellationToken)
    {
        FetchAhead(map, cancellationToken);
        _ = Expanded(map, cancellationToken);
    }

    /// <summary>Fetches at once what one program has to fetch. Whatever it cannot fetch is told by its own lookup, which names it.</summary>
    private void FetchAhead(GoMap map, CancellationToken cancellationToken)
    {
        string[] wanted = [.. Addresses(map).Distinct(StringComparer.Ordinal).Where(address => !_known.ContainsKey(address) && ReferenceProviders.IsForeign(Reference.Parse(address)))];
        if (wanted.Length < 2)
            return;

        try
        {
            foreach (var (address, value) in wanted.Zip(providers.FetchForeign(wanted, cancellationToken)))
                Remember(address, value);
        }
        catch (ReferenceException)
        {
            // One of them is wrong, and asking for each alone shows which.
        }
    }

    // References within the address of another have to be resolved first.
    private static IEnumerable<string> Addresses(object? value) => value switch
    {
        string text when ReferencePattern.MayMatch(text) && ReferencePattern.Whole().Matches(text) is var whole && whole.Count == ReferencePattern.Beginning().Count(text) =>
            whole.Select(match => match.Groups[1].Value),
        GoMap map => map.SelectMany(entry => Addresses(entry.Value)),
        List<object?> list => list.SelectMany(Addresses),
        _ => [],
    };

    private object? Expanded(object? value, CancellationToken cancellationToken)
    {
        switch (value)
        {
            case string text:
                return Value(text, cancellationToken);
            case GoMap map:
                foreach (var (key, inner) in map)
                    map[key] = Expanded(inner, cancellationToken);
                return map;
            case List<object?> list:
                for (var index = 0; index < list.Count; index++)
                    list[index] = Expanded(list[index], cancellationToken);
                return list;
            default:
                return value;
        }
    }

    // A reference within the address of another comes first, the innermost of all at the very beginning.
    private string WithInnerResolved(string text, CancellationToken cancellationToken)
    {
        for (var depth = 0; depth <= MaxNesting; depth++)
        {
            var beginnings = ReferencePattern.Beginning().Matches(text);
            var inner = Enumerable.Range(1, Math.Max(0, beginnings.Count - 1)).Reverse()
                .Where(index => !text.AsSpan()[(beginnings[index - 1].Index + beginnings[index - 1].Length)..beginnings[index].Index].ContainsAny(Ends))
                .Select(index => ReferencePattern.Whole().Match(text, beginnings[index].Index))
                .FirstOrDefault(match => match.Success);
            if (inner is null)
                return text;

            text = new StringBuilder(text)
                .Remove(inner.Index, inner.Length)
                .Insert(inner.Index, GoPrinter.Print(Scalar(inner, cancellationToken)))
                .ToString();
        }

        throw new ReferenceException($"references are nested more than {MaxNesting} deep");
    }

    private object Scalar(Match inner, CancellationToken cancellationToken) => Lookup(inner.Groups[1].Value, cancellationToken) switch
    {
        null or GoMap or List<object?> => throw new ReferenceException($"nested ref {inner.Groups[1].Value} does not lead to a single value"),
        var value => value,
    };

    private object? Lookup(string address, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(address, out var value))
            return GoValue.DeepCopy(value);

        var reference = Reference.Parse(address);
        try
        {
            value = providers.Fetch(reference, cancellationToken);
        }
        catch (Exception exception) when (exception is ReferenceException or IOException or UnauthorizedAccessException)
        {
            // Whoever tells it ends the sentence.
            throw new ReferenceException($"expand {address}: {exception.Message.TrimEnd('.')}", exception);
        }

        Remember(address, value);
        return GoValue.DeepCopy(value);
    }

    private void Remember(string address, object? value)
    {
        _known.Add(address, value);
        secrets.AddAll(value);
    }
}
