using System.Text;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>A regular expression as instructions.</summary>
internal sealed class RegexProgram
{
    // Go takes expressions of three times this size; a template's are tiny.
    private const long MostInstructions = 1_000_000;

    private readonly List<RegexInstruction> _instructions = [];

    private RegexProgram(IReadOnlyList<string?> names, string prefix, bool isAnchored)
    {
        Names = names;
        Prefix = prefix;
        IsAnchored = isAnchored;
    }

    public IReadOnlyList<RegexInstruction> Instructions => _instructions;

    /// <summary>The names of the groups; the first is the whole match.</summary>
    public IReadOnlyList<string?> Names { get; }

    /// <summary>A text that every match begins with.</summary>
    public string Prefix { get; }

    /// <summary>Whether a match can only begin at the beginning of the text.</summary>
    public bool IsAnchored { get; }

    /// <exception cref="RegexSyntaxException">The pattern is not well formed, or too large.</exception>
    public static RegexProgram Compile(string pattern)
    {
        var (root, names) = RegexParser.Parse(pattern);
        if (Size(root) > MostInstructions)
            throw new RegexSyntaxException("expression too large", pattern);

        var program = new RegexProgram(names, PrefixOf(root), First(root) is RegexNode.Place { Kind: RegexPlace.TextStart });
        program.EmitCapture(0, root);
        program._instructions.Add(new(RegexOperation.Match));
        return program;
    }

    private static RegexNode First(RegexNode node) => node is RegexNode.Sequence { Parts: [var first, ..] } ? first : node;

    private static string PrefixOf(RegexNode root)
    {
        var prefix = new StringBuilder();
        foreach (var part in root is RegexNode.Sequence sequence ? sequence.Parts : [root])
        {
            if (part is not RegexNode.Characters { Set.Ranges: [var (low, high)] } || low != high || !Rune.IsValid(low))
                break;
            prefix.Append(new Rune(low).ToString());
        }

        return prefix.ToString();
    }

    private static long Size(RegexNode node) => node switch
    {
        RegexNode.Capture capture => Size(capture.Inner) + 2,
        RegexNode.Sequence sequence => sequence.Parts.Sum(Size),
        RegexNode.Choice choice => choice.Options.Sum(static option => Size(option) + 2),
        RegexNode.Repeat repeat => (Size(repeat.Inner) + 3) * Math.Max(1, Math.Max(repeat.Least, repeat.Most ?? repeat.Least + 1)),
        _ => 1,
    };

    private void Emit(RegexNode node)
    {
        switch (node)
        {
            case RegexNode.Characters characters:
                _instructions.Add(new(RegexOperation.Take, Set: characters.Set));
                break;
            case RegexNode.Place place:
                _instructions.Add(new(RegexOperation.Require, Place: place.Kind));
                break;
            case RegexNode.Capture capture:
                EmitCapture(capture.Index, capture.Inner);
                break;
            case RegexNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Emit(part);
                break;
            case RegexNode.Choice choice:
                EmitChoice(choice);
                break;
            case RegexNode.Repeat repeat:
                EmitRepeat(repeat);
                break;
        }
    }

    private void EmitCapture(int index, RegexNode inner)
    {
        _instructions.Add(new(RegexOperation.Save, index * 2));
        Emit(inner);
        _instructions.Add(new(RegexOperation.Save, index * 2 + 1));
    }

    private void EmitChoice(RegexNode.Choice choice)
    {
        var ends = new List<int>();
        for (var index = 0; index < choice.Options.Count - 1; index++)
        {
            var split = Reserve();
            Emit(choice.Options[index]);
            ends.Add(Reserve());
            _instructions[split] = new(RegexOperation.Split, split + 1, _instructions.Count);
        }

        Emit(choice.Options[^1]);
        foreach (var end in ends)
            _instructions[end] = new(RegexOperation.Jump, _instructions.Count);
    }

    // x{2,4} is xx(x(x)?)?, x{2,} is xxx*.
    private void EmitRepeat(RegexNode.Repeat repeat)
    {
        if (repeat is { Least: 0, Most: null })
        {
            EmitStar(repeat);
            return;
        }

        if (repeat.Most is null)
        {
            for (var index = 1; index < repeat.Least; index++)
                Emit(repeat.Inner);
            EmitPlus(repeat);
            return;
        }

        for (var index = 0; index < repeat.Least; index++)
            Emit(repeat.Inner);
        var splits = new List<int>();
        for (var index = repeat.Least; index < repeat.Most; index++)
        {
            splits.Add(Reserve());
            Emit(repeat.Inner);
        }

        foreach (var split in splits)
            _instructions[split] = Split(repeat, split + 1, _instructions.Count);
    }

    // A part that can be empty would stop the loop in the wrong order of priorities: (x+)? gives the right one.
    private void EmitStar(RegexNode.Repeat repeat)
    {
        var split = Reserve();
        if (IsNullable(repeat.Inner))
            EmitPlus(repeat);
        else
        {
            Emit(repeat.Inner);
            _instructions.Add(new(RegexOperation.Jump, split));
        }

        _instructions[split] = Split(repeat, split + 1, _instructions.Count);
    }

    private void EmitPlus(RegexNode.Repeat repeat)
    {
        var start = _instructions.Count;
        Emit(repeat.Inner);
        var split = Reserve();
        _instructions[split] = Split(repeat, start, split + 1);
    }

    private int Reserve()
    {
        _instructions.Add(new(RegexOperation.Jump));
        return _instructions.Count - 1;
    }

    private static RegexInstruction Split(RegexNode.Repeat repeat, int again, int onwards) =>
        repeat.IsGreedy ? new(RegexOperation.Split, again, onwards) : new(RegexOperation.Split, onwards, again);

    private static bool IsNullable(RegexNode node) => node switch
    {
        RegexNode.Characters => false,
        RegexNode.Capture capture => IsNullable(capture.Inner),
        RegexNode.Sequence sequence => sequence.Parts.All(IsNullable),
        RegexNode.Choice choice => choice.Options.Any(IsNullable),
        RegexNode.Repeat repeat => repeat.Least == 0 || IsNullable(repeat.Inner),
        _ => true,
    };
}
