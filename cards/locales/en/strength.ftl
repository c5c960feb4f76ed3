# How strong an action is, and the one question that takes a weak one a step up.
strength-strong = strong
strength-medium = medium
strength-weak = weak

label-strength = Strength of the action
strength-fact = { $strength }: { $rung }

rung-1 = Remove the step
rung-2 = Make it impossible to get wrong
rung-3 = Change the place or the tool
rung-4 = Simplify: one way for all
rung-5 = Make it visible
rung-6 = Even it out or change the time
rung-7 = A checklist where the hand is
rung-8 = A second check or a sign
rung-9 = A new routine
rung-10 = Inform or remind

step-up-8 = That may help. What could change so that the extra check is not needed?
step-up-9 = A routine is a good start. What would make it easy for someone new, on a busy Monday?
step-up-10 = It is good that more people hear about it. What would make it work even when nobody thinks of it?
