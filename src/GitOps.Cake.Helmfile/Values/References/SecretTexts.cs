using System.Collections.Concurrent;
using System.Collections.Immutable;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.Values.References;

/// <summary>The texts of a load that must not be shown, because they came from encrypted files or from references.</summary>
internal sealed class SecretTexts
{
    // Shorter ones stand in every second line, and hiding them there would hide nothing.
    private const int Shortest = 4;

    private readonly ConcurrentDictionary<string, Secret> _texts = new(StringComparer.Ordinal);

    public ImmutableArray<Secret> ToImmutable() => [.. _texts.Values];

    /// <summary>Adds every text within a value, whole and, for texts of several lines, line by line.</summary>
    public void AddAll(object? value)
    {
        switch (value)
        {
            case null or bool:
                break;
            case GoMap map:
                foreach (var (_, item) in map)
                    AddAll(item);
                break;
            case List<object?> list:
                list.ForEach(AddAll);
                break;
            default:
                Add(GoPrinter.Print(value));
                break;
        }
    }

    private void Add(string text)
    {
        foreach (var part in text.Split('\n').Append(text).Select(part => part.Trim()).Where(part => part.Length >= Shortest))
            _texts.TryAdd(part, new Secret(part));
    }
}
