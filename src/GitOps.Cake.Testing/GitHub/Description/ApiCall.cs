using System.Text.Json.Nodes;

namespace GitOps.Cake.Testing.GitHub.Description;

/// <summary>One call of the API as it is described.</summary>
internal sealed class ApiCall(string name, JsonObject description)
{
    private readonly string _method = name.Split(' ')[0];
    private readonly string[] _parts = name.Split(' ')[1].Trim('/').Split('/');

    /// <summary>Method and path, as in <c>GET /repos/{owner}/{repo}</c>.</summary>
    public string Name => name;

    /// <summary>What a request's body has to be; null where it has none.</summary>
    public JsonObject? Body => description["body"]?.AsObject();

    /// <summary>The parameters of a request's query.</summary>
    public IEnumerable<string> Query => description["query"]!.AsArray().Select(name => name!.GetValue<string>());

    /// <summary>What the answer of a status has to be; null where it has no body.</summary>
    /// <exception cref="DescriptionViolationException">GitHub does not answer with that status.</exception>
    public JsonObject? Answer(int status) => description["answers"]!.AsObject().TryGetPropertyValue($"{status}", out var answer)
        ? answer?.AsObject()
        : throw new DescriptionViolationException($"GitHub does not answer {name} with {status}.");

    /// <summary>The values in a path; null where it is another call's. The last value of a git ref has slashes of its own.</summary>
    public Dictionary<string, string>? Match(string method, string path)
    {
        var given = path.Trim('/').Split('/');
        var takesRest = _parts[^1] == "{ref}" && _parts.Contains("git");
        if (method != _method || (takesRest ? given.Length < _parts.Length : given.Length != _parts.Length))
            return null;

        if (takesRest)
            given = [.. given[..(_parts.Length - 1)], string.Join('/', given[(_parts.Length - 1)..])];

        var values = new Dictionary<string, string>();
        for (var index = 0; index < _parts.Length; index++)
        {
            if (_parts[index].StartsWith('{'))
                values[_parts[index].Trim('{', '}')] = Uri.UnescapeDataString(given[index]);
            else if (_parts[index] != given[index])
                return null;
        }

        return values;
    }
}
