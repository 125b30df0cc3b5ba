using System.Reflection;
using Cake.Core;
using Cake.Frosting;
using GitOps.Cake.Options;

namespace GitOps.Cake.Hosting;

/// <summary>The check before anything runs: every option of the library has to be read by some task of this run.</summary>
internal static class RunStart
{
    private const string DefaultTarget = "Default";

    /// <exception cref="InvalidSettingsException">An option is misspelled, or no task of this run reads it.</exception>
    public static void Check(ICakeArguments arguments, IReadOnlyList<ICakeTaskInfo> known, IEnumerable<IFrostingTask> tasks)
    {
        var run = TasksOf(arguments, known);
        var read = tasks.Where(task => run.Contains(Name(task))).SelectMany(Read).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var problems = OptionCheck.Problems(arguments.GetArguments().Keys, read);
        if (!problems.IsEmpty)
            throw new InvalidSettingsException(problems);
    }

    /// <summary>The names of the targets and of all that they depend on; Cake tells them only after its first setup ran.</summary>
    private static HashSet<string> TasksOf(ICakeArguments arguments, IReadOnlyList<ICakeTaskInfo> known)
    {
        var run = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(arguments.HasArgument("target") ? arguments.GetArguments("target") : [DefaultTarget]);
        var alone = arguments.HasArgument("exclusive");
        while (open.TryDequeue(out var name))
        {
            if (!run.Add(name) || alone)
                continue;

            var task = known.FirstOrDefault(task => string.Equals(task.Name, name, StringComparison.OrdinalIgnoreCase));
            foreach (var dependency in task?.Dependencies ?? [])
                open.Enqueue(dependency.Name);

            foreach (var dependee in known.Where(other => other.Dependees.Any(reverse => string.Equals(reverse.Name, name, StringComparison.OrdinalIgnoreCase))))
                open.Enqueue(dependee.Name);
        }

        return run;
    }

    private static string Name(IFrostingTask task) => task.GetType().GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.GetType().Name;

    private static IEnumerable<string> Read(IFrostingTask task) =>
    [
        .. task is IReadsOptions reader ? reader.Options.Select(option => option.Name) : [],
        .. task.GetType().GetCustomAttributes<ReadsOptionAttribute>().Select(attribute => attribute.Name),
    ];
}
