using GitOps.Cake.Templates.Dates;
using GitOps.Cake.Templates.Expressions;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Evaluation;

/// <summary>One rendering with all that it starts through <c>include</c> and <c>tpl</c>: what they share, and what they have used up.</summary>
internal sealed class TemplateRun(TemplateOptions options, CancellationToken cancellationToken)
{
    private const int StepsBetweenLooks = 1024;
    private const int UnitsInAStep = 256;

    // Templates nested this deep get a fresh stack, so that neither they nor what they call can exhaust one.
    private const int DepthOfAStack = 400;

    // Each of these adds to the message of an error; nobody nests them on purpose more than a few deep.
    private const int MostNestedTexts = 2000;

    private readonly Dictionary<string, Template> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoRegex> _expressions = new(StringComparer.Ordinal);
    private ZoneDatabase? _zones;
    private long _steps;
    private long _nextLook;
    private int _depth;
    private int _nestedTexts;

    public TemplateOptions Options => options;

    public CancellationToken CancellationToken => cancellationToken;

    public TemplateLimits Limits => options.Limits;

    public ZoneDatabase Zones => _zones ??= new(options.Time);

    public GoTime Now => Zones.Local.In(GoTime.FromDateTimeOffset(options.Time.GetUtcNow()));

    public void Step(long count = 1)
    {
        _steps += count;
        if (_steps >= _nextLook)
            Look();
    }

    /// <summary>Asks for room before something large is made, and counts the work of making it.</summary>
    /// <param name="length">Its characters or elements.</param>
    public void Reserve(long length)
    {
        CheckLength(length);
        Step(length / UnitsInAStep);
    }

    /// <summary>Refuses a text or list that would be too long.</summary>
    public void CheckLength(long length)
    {
        if (length > Limits.ValueLength)
            throw new LimitExceededException($"the result would have {length} characters or elements, {Limits.ValueLength} are allowed");
    }

    /// <summary>Begins a template inside another one; <see cref="Leave"/> ends it.</summary>
    /// <returns>Whether it is to run on a fresh stack.</returns>
    public bool Enter()
    {
        if (_depth >= Limits.TemplateDepth)
            throw new LimitExceededException($"exceeded maximum template depth ({Limits.TemplateDepth})");
        return ++_depth % DepthOfAStack == 0;
    }

    public void Leave() => _depth--;

    /// <summary>Begins a template whose output a function gives; <see cref="LeaveText"/> ends it.</summary>
    /// <returns>Whether it is to run on a fresh stack.</returns>
    public bool EnterText()
    {
        if (_nestedTexts >= MostNestedTexts)
            throw new LimitExceededException($"include and tpl are nested more than {MostNestedTexts} deep; does a text render itself?");
        var fresh = Enter();
        _nestedTexts++;
        return fresh;
    }

    public void LeaveText()
    {
        _nestedTexts--;
        Leave();
    }

    /// <summary>The template of a text that <c>tpl</c> was given; a loop gives the same one again and again.</summary>
    public Template Parse(string name, string text)
    {
        if (!_texts.TryGetValue(text, out var template))
            _texts[text] = template = Template.Parse(name, text, options);
        return template;
    }

    /// <summary>A regular expression; a loop asks for the same one again and again.</summary>
    public GoRegex Regex(string pattern)
    {
        if (!_expressions.TryGetValue(pattern, out var regex))
            _expressions[pattern] = regex = GoRegex.Parse(pattern);
        return regex;
    }

    private void Look()
    {
        cancellationToken.ThrowIfCancellationRequested();
        _nextLook = _steps + StepsBetweenLooks;
        if (_steps > Limits.Steps)
            throw new LimitExceededException($"the rendering took more than {Limits.Steps} steps; does it loop for ever?");
    }
}
