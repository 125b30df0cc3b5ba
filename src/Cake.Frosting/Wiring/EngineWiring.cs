using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Wiring;

/// <summary>Tells Cake's engine of a program's tasks and lifetimes.</summary>
internal sealed class EngineWiring(ICakeEngine engine, IFrostingContext context, ICakeLog log)
{
    public void Add(IFrostingTask task)
    {
        var type = task.GetType();
        var overrides = new TaskOverrides(type);
        var wanted = TaskTypes.ContextOf(type);
        if (!wanted.IsInstanceOfType(context))
        {
            log.Warning("Task cannot be used since the context isn't convertible to {0}.", wanted.FullName);
            return;
        }

        var builder = engine.RegisterTask(TaskTypes.NameOf(type));
        Declare(builder, type, overrides);
        if (overrides.Run)
        {
            builder.Does(task.RunAsync);
        }

        if (overrides.ShouldRun)
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        if (overrides.OnError)
        {
            builder.OnError(task.OnError);
        }

        if (overrides.Finally)
        {
            builder.Finally(task.Finally);
        }
    }

    public void Add(IFrostingSetup setup) => engine.RegisterSetupAction(info => setup.Setup(context, info));

    public void Add(IFrostingTeardown teardown) => engine.RegisterTeardownAction(info => teardown.Teardown(context, info));

    public void Add(IFrostingTaskSetup setup) => engine.RegisterTaskSetupAction(info => setup.Setup(context, info));

    public void Add(IFrostingTaskTeardown teardown) => engine.RegisterTaskTeardownAction(info => teardown.Teardown(context, info));

    private static void Declare(CakeTaskBuilder builder, Type type, TaskOverrides overrides)
    {
        foreach (var attribute in type.GetCustomAttributes(inherit: true))
        {
            _ = attribute switch
            {
                TaskDescriptionAttribute { Description: var text } => builder.Description(text),
                ITaskDependency { Task: var task } => builder.IsDependentOn(NameOfTask(task)),
                IReverseTaskDependency { Task: var task } => builder.IsDependeeOf(NameOfTask(task)),
                ContinueOnErrorAttribute when !overrides.OnError => builder.ContinueOnError(),
                _ => builder,
            };
        }
    }

    private static string NameOfTask(Type type) => TaskTypes.IsTask(type)
        ? TaskTypes.NameOf(type)
        : throw new FrostingException($"The dependency '{type.Name}' is not a valid task.");
}
