namespace GitOps.Cake.Templates.Yaml;

/// <summary>Receives what the parser finds, bottom up, and builds its own kind of nodes from it.</summary>
internal abstract class YamlBuilder(YamlReadOptions options)
{
    private YamlAliasBudget _budget = new();

    public YamlReadOptions Options => options;

    public abstract object? Scalar(ScalarText text, YamlProperties properties, YamlMark start);

    /// <summary>A scalar that is a key; the result goes into <see cref="Entry"/> only.</summary>
    public abstract object? Key(ScalarText text, YamlProperties properties, YamlMark start);

    /// <summary>A key out of a node: behind <c>?</c>, or an alias.</summary>
    public abstract object? KeyOf(object? node, YamlMark start);

    public abstract object? Alias(string name, int depth, YamlMark start);

    public abstract object Sequence(YamlProperties properties, YamlMark start);

    public abstract void Item(object sequence, object? item);

    public abstract object Mapping(YamlProperties properties, YamlMark start);

    public abstract void Entry(object mapping, object? key, object? value, YamlMark keyStart);

    /// <summary>Finishes a sequence or mapping and gives its node.</summary>
    public abstract object Close(object collection, YamlProperties properties);

    public void BeginDocument() => _budget = new YamlAliasBudget();

    public YamlReadException Problem(YamlMark at, string problem) => new(options.Position(at.Line + 1, at.Column + 1), problem);

    protected void Count(YamlMark at)
    {
        if (_budget.Node() > options.MaxNodes)
            throw Problem(at, $"the document has more than {options.MaxNodes} values");
    }

    /// <summary>The number of nodes so far, aliases written out: the difference of two is the weight of what lies between.</summary>
    protected long Total => _budget.Total;

    protected void CountAlias(long weight, int depth, int height, YamlMark at)
    {
        Count(at);
        if (depth + height > options.MaxDepth)
            throw TooDeep(at);
        if (!_budget.Alias(weight))
            throw Problem(at, "the document contains excessive aliasing: written out it would be far larger than it is");
    }

    public YamlReadException TooDeep(YamlMark at) => Problem(at, $"the document is nested more than {options.MaxDepth} levels deep");

    protected YamlReadException UnknownAnchor(string name, YamlMark at) =>
        Problem(at, $"unknown anchor '{name}' referenced: &{name} has to stand before *{name}, in the same part of the file");

    protected YamlReadException ContainsItself(string name, YamlMark at) => Problem(at, $"anchor '{name}' value contains itself");

    protected YamlReadException NoKey(YamlMark at) =>
        Problem(at, "a map or list cannot be the key of a map: put a text that begins with a bracket in quotes");
}
